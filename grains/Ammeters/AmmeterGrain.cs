using Microsoft.Extensions.Logging;
using Sems.GrainInterfaces;
using Sems.Grains.Rules;
using Sems.Grains.Settings;
using Sems.Grains.Tariffs;
using Sems.Storage;
using Sems.Storage.Curves;
using Sems.Storage.Registry;

namespace Sems.Grains.Ammeters;

/// <summary>
/// One meter. A change is durable in the grain's own state first, then told to the ledger, the student and the group as
/// effects that are safe to repeat; what was left untold by a failure or a dead process is told on the next occasion.
/// </summary>
public sealed partial class AmmeterGrain(
    [PersistentState("ammeter")] IPersistentState<AmmeterState> stored, IDatabase database, ICampusSettings settings,
    SessionTime time, ILogger<AmmeterGrain> log) : Grain, IAmmeterGrain
{
    private static readonly SessionProgress NoProgress = new();

    private AmmeterKey _key;
    private AmmeterRecord? _meter;
    private AmmeterState _state = null!;
    private SessionProgress _progress = NoProgress;
    private MeterNames? _names;
    private DateTimeOffset _activatedAt;
    private long _lastArrivalMs;
    private bool _busy;
    private bool _settling;

    /// <inheritdoc />
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _key = AmmeterKey.Parse(this.GetPrimaryKeyString());
        _state = stored.State.Upgraded();
        _activatedAt = time.GetUtcNow();
        await FindAsync(cancellationToken);
        if (_state.Session is { } session)
        {
            await NameAsync(cancellationToken);
            var samples = await database.Curves.ReadAsync(session.ChargeId, cancellationToken);
            _progress = SessionProgress.Of(samples, session.Tariff, Settings, UsualCharges.Of(session.Usual));
            _lastArrivalMs = _progress.Last?.AtMs ?? 0;
            time.Open(notBefore: DateTimeOffset.FromUnixTimeMilliseconds(Math.Max(_lastArrivalMs, session.StartedAt.ToUnixTimeMilliseconds())));
        }
        if (_state.IsUnsettled) SettleSoon();
    }

    /// <inheritdoc />
    public async Task<Refusal> Start(string cardNumber)
    {
        await SettleAsync();
        if (_state.Session is { } open && open.CardNumber == cardNumber) return Refusal.None;

        var student = await GrainFactory.GetGrain<ICardGrain>(cardNumber).Check();
        if (student is null) return Refusal.CardUnknown;
        if (student.Refusal != Refusal.None) return student.Refusal;
        if (_meter is null) return Unknown();
        if (ChargingMachine.MayStart(_state) is var refusal and not Refusal.None) return refusal;

        _busy = true;
        await NameAsync(CancellationToken.None);
        var chargeId = await database.Ledger.NextChargeIdAsync();
        var intent = new StartIntent(chargeId, cardNumber, student.StudentNumber, time.GetUtcNow(), Settings.Tariff) { Usual = student.Usual };
        await CommitAsync(_state with { Intent = intent });
        await database.Ledger.BeginChargeAsync(LedgerMapping.Begin(_key, intent));
        refusal = await GrainFactory.GetGrain<IStudentGrain>(student.StudentNumber).SessionOpened(chargeId, _key);
        if (refusal == Refusal.None)
        {
            _progress = new SessionProgress(UsualCharges.Of(student.Usual));
            _lastArrivalMs = 0;
            time.Open(notBefore: intent.At);
            await CommitAsync(ChargingMachine.Start(_state).Next!);
        }
        await SettleAsync();
        return refusal;
    }

    /// <inheritdoc />
    public async Task<Refusal> End(string cardNumber)
    {
        if (_meter is null) return Unknown();
        await SettleAsync();
        if (_state.Session?.CardNumber != cardNumber)
        {
            if (_state.Session is null && _state.Last?.CardNumber == cardNumber) return Refusal.None;
            var student = await GrainFactory.GetGrain<ICardGrain>(cardNumber).Resolve();
            if (student is null) return Refusal.CardUnknown;
            if (_state.Session is null) return _state.Last?.StudentNumber == student ? Refusal.None : Refusal.NoSession;
            if (_state.Session.StudentNumber != student) return Refusal.CardMismatch;
        }
        await EndAsync("card", ChargingMachine.End);
        return Refusal.None;
    }

    /// <inheritdoc />
    public async Task<Refusal> Charge(ChargeSample sample)
    {
        if (_meter is null) return Unknown();
        if (_state.Session is not { } session)
        {
            await WatchIdleAsync(sample);
            return Refusal.NoSession;
        }

        var now = time.GetUtcNow();
        var placed = _progress.Place(sample, now, switchedOff: _state.Level != ControlLevel.On || await IsYetToCloseAsync(sample.CurrentA));
        if (!_progress.MayRepeat(placed) || !await database.Curves.ContainsAsync(session.ChargeId, placed.Time))
        {
            await AppendAsync(session.ChargeId, placed);
            _progress.Take(placed, session.Tariff, Settings);
        }
        _lastArrivalMs = now.ToUnixTimeMilliseconds();
        await JudgeAsync(now, heard: true);
        if (_state.Pending is not null) await ConfirmAsync(sample.CurrentA);
        return Refusal.None;
    }

    /// <inheritdoc />
    public Task<MoneyAnswer> Money()
    {
        if (_meter is null)
        {
            DeactivateOnIdle();
            return Task.FromResult(new MoneyAnswer(Refusal.AmmeterUnknown, Fen.Zero));
        }
        var money = _state.Session is { } session ? PriceNow(session) : _state.Last?.Money ?? Fen.Zero;
        return Task.FromResult(new MoneyAnswer(Refusal.None, money));
    }

    /// <inheritdoc />
    public Task<ControlAnswer> Control(ControlAction action, string by) => ControlAsync(action, by, static _ => true);

    private async Task<ControlAnswer> ControlAsync(ControlAction action, string by, Func<OpenSession?, bool> isMeant)
    {
        if (_meter is null) return new ControlAnswer(Unknown(), null);
        await SettleAsync();
        if (!isMeant(_state.Session)) return new ControlAnswer(Refusal.NoSession, null);
        _busy = true;
        var now = time.GetUtcNow();
        var decision = action == ControlAction.Release && _state.Session is not null
            ? await EndAsync("release", (state, closing, detail) => Noted(ChargingMachine.Release(state, closing, detail, now, by)))
            : await TakeAsync(Noted(ChargingMachine.Control(_state, action, now, by)));
        LogControl(_key.ToString(), action, by, decision.Refusal);
        return new ControlAnswer(decision.Refusal, await Status());

        Decision Noted(Decision taken) => ControlNote.With(taken, _state, action, by, now);
    }

    /// <inheritdoc />
    public async Task<AmmeterStatus?> Status()
    {
        if (_meter is null)
        {
            DeactivateOnIdle();
            return null;
        }
        var state = _state;
        var pending = state.Pending;
        if (pending is not null && state.Session is null && await Group.Carried(_key.Ammeter, pending.Version)) pending = null;
        return new AmmeterStatus
        {
            Key = _key,
            Name = _meter.Name,
            Switch = state.Switch,
            Level = state.Level,
            Pending = pending is null ? null : new PendingControl(pending.Level, pending.At, pending.By),
            Session = state.Session is { } session ? Describe(session) : null,
        };
    }

    /// <inheritdoc />
    public Task<AmmeterReport> Report()
    {
        if (!_busy && _state is { Session: null, Switch: SwitchState.Idle, IsUnsettled: false }) DeactivateOnIdle();
        return Task.FromResult(CurrentReport());
    }

    /// <inheritdoc />
    public async Task Forget() => await FindAsync(CancellationToken.None);

    /// <inheritdoc />
    public Task Wake() => Tend();

    /// <inheritdoc />
    public async Task<DateTimeOffset?> Tend()
    {
        await SettleAsync();
        if (_state.Session is null) return null;
        var now = time.GetUtcNow();
        await JudgeAsync(now, heard: false);
        return RuleLadder.NextDue(_state, Evidence(now, heard: false));
    }

    /// <summary>Looks the meter up in the registry. One taken out of the roster in mid-session still ends.</summary>
    private async Task FindAsync(CancellationToken cancel)
    {
        var found = await database.Registry.FindAmmeterAsync(_key.Group, _key.Ammeter, cancel);
        _meter = found ?? (_state.Session is null ? null : new AmmeterRecord(_key.Group, _key.Ammeter, _key.Ammeter));
    }

    private ChargingSettings Settings => settings.For(_key.Group);

    private IAmmeterGroupGrain Group => GrainFactory.GetGrain<IAmmeterGroupGrain>(_key.Group);

    private Refusal Unknown()
    {
        DeactivateOnIdle();
        return Refusal.AmmeterUnknown;
    }

    private AmmeterReport CurrentReport() => new(_key.Ammeter, _state.Version, _state.Level, _state.Switch);

    private Fen PriceNow(OpenSession session) =>
        PriceCalculator.Price(session.Tariff, session.StartedAt, time.GetUtcNow(), _progress.WhByRate);

    private Closing Closing(OpenSession session, string reason)
    {
        var now = time.GetUtcNow();
        var end = now < session.StartedAt ? session.StartedAt : now;
        var price = PriceCalculator.Price(session.Tariff, session.StartedAt, end, _progress.WhByRate);
        double? wh = _progress.Samples > 0 ? _progress.EnergyWh : null;
        return new Closing(session.StudentNumber, end, _progress.Samples, wh, price.Value, reason, session.FullAt, _progress.EnergyFaults);
    }

    private SessionStatus Describe(OpenSession session) => new()
    {
        ChargeId = session.ChargeId,
        StudentNumber = session.StudentNumber,
        StartedAt = session.StartedAt,
        FullAt = session.FullAt,
        Samples = _progress.Samples,
        EnergyKwh = _progress.EnergyWh / 1000,
        Money = PriceNow(session),
        CurrentA = _progress.Last?.CurrentA,
        VoltageV = _progress.Last?.VoltageV,
        PowerW = _progress.Last?.PowerW,
        LastSampleAt = LastArrival,
        EnergyFaults = EnergyFaultWords.Of(_progress.EnergyFaults),
    };

    /// <summary>The switch shall be closed, but the station has not been told yet: what it measures is no tail of a full battery.</summary>
    private async Task<bool> IsYetToCloseAsync(double currentA) =>
        _state.Pending is { Level: ControlLevel.On, Version: var version } && currentA < ChargingMachine.FlowingA && !await Group.Carried(_key.Ammeter, version);

    /// <summary>A pending command is obeyed when a poll has carried it and, after that, a sample agrees.</summary>
    private async Task ConfirmAsync(double currentA)
    {
        if (ChargingMachine.Agrees(_state, currentA) && await Group.Carried(_key.Ammeter, _state.Pending!.Version))
            await TakeAsync(ChargingMachine.Obeyed(_state));
    }

    private async Task<Decision> TakeAsync(Decision decision)
    {
        if (decision.Next is not { } next) return decision;
        await CommitAsync(next);
        if (next.Session is null)
        {
            _progress = NoProgress;
            time.Close();
        }
        await SettleAsync();
        return decision;
    }

    /// <summary>Stores a sample. A failed write may have been made all the same, so this activation makes way for one that reads anew.</summary>
    private async Task AppendAsync(long chargeId, Sample sample)
    {
        try
        {
            await database.Curves.AppendAsync(chargeId, sample);
        }
        catch
        {
            DeactivateOnIdle();
            throw;
        }
    }

    /// <summary>Makes a state durable; until then every reader sees the one before. A failed write may have been made all the same.</summary>
    private async Task CommitAsync(AmmeterState next)
    {
        stored.State = next;
        try
        {
            await stored.WriteStateAsync();
            _state = next;
        }
        catch
        {
            stored.State = _state;
            DeactivateOnIdle();
            throw;
        }
    }

    private async Task SettleAsync()
    {
        if (!_state.IsUnsettled) return;
        try
        {
            var settler = new EffectSettler(_key, database, GrainFactory, _progress.Last);
            if (_state.Intent is { } intent) await settler.UndoAsync(intent);
            foreach (var effect in _state.Effects) await settler.ApplyAsync(effect, CurrentReport());
            await CommitAsync(_state with { Intent = null, Effects = [] });
        }
        catch (Exception failure)
        {
            if (Outage.Is(failure)) LogUnsettled(_key.ToString(), failure.Message);
            else LogUnsettled(_key.ToString(), failure);
            SettleSoon();
            throw;
        }
    }

    private void SettleSoon()
    {
        if (_settling) return;
        _settling = true;
        IGrainTimer? timer = null;
        timer = this.RegisterGrainTimer(
            async _ =>
            {
                timer!.Dispose();
                _settling = false;
                await SettleAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext); // a failure is logged and tried again
            },
            new GrainTimerCreationOptions(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5)) { KeepAlive = true });
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Control {Action} of {Ammeter} by {By}: {Refusal}")]
    private partial void LogControl(string ammeter, ControlAction action, string by, Refusal refusal);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Ammeter} has effects that could not be told yet; they will be tried again")]
    private partial void LogUnsettled(string ammeter, Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Ammeter} has effects that could not be told yet; they will be tried again: {Reason}")]
    private partial void LogUnsettled(string ammeter, string reason);
}
