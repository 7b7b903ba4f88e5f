using Sems.GrainInterfaces;
using Sems.Grains.Pushes;
using Sems.Grains.Rules;
using Sems.Storage;
using Sems.Storage.Alarms;
using Sems.Storage.Audit;
using Sems.Storage.Curves;
using Sems.Storage.Decisions;
using Sems.Storage.Outbox;

namespace Sems.Grains.Ammeters;

/// <summary>Tells others what a meter decided. Every step is safe to repeat.</summary>
/// <param name="key">The meter.</param>
/// <param name="database">What it tells.</param>
/// <param name="grains">Whom it tells.</param>
/// <param name="last">The session's latest sample, as far as it is in memory.</param>
internal readonly struct EffectSettler(AmmeterKey key, IDatabase database, IGrainFactory grains, Sample? last)
{
    /// <summary>Takes back a start that never became a session: the student first, since the ledger's row is what finds it again.</summary>
    public async Task UndoAsync(StartIntent intent)
    {
        await grains.GetGrain<IStudentGrain>(intent.StudentNumber).SessionClosed(intent.ChargeId);
        await database.Ledger.AbandonChargeAsync(intent.ChargeId);
    }

    /// <summary>Applies one effect.</summary>
    public Task ApplyAsync(Effect effect, AmmeterReport report) => effect.Kind switch
    {
        EffectKind.LedgerStatus => database.Ledger.SetStatusAsync(effect.ChargeId, LedgerMapping.Status(effect.Switch)),
        EffectKind.LedgerClose => database.Ledger.CloseChargeAsync(LedgerMapping.End(effect.ChargeId, effect.Closing!)),
        EffectKind.StudentClose => grains.GetGrain<IStudentGrain>(effect.StudentNumber!).SessionClosed(effect.ChargeId),
        EffectKind.GroupReport => grains.GetGrain<IAmmeterGroupGrain>(key.Group).Report(report),
        EffectKind.Push => PushAsync(effect.ChargeId, effect.Push!),
        EffectKind.AlarmRaise => database.Alarms.RaiseAsync(Raise(effect.ChargeId, effect.Verdict!)),
        EffectKind.AlarmClear => database.Alarms.ClearAsync(Clear(effect.ChargeId, effect.Verdict!)),
        EffectKind.Decision => DecideAsync(effect.ChargeId, effect.Verdict!),
        EffectKind.Audit => AuditAsync(effect.ChargeId, effect.Control!),
        _ => throw new InvalidOperationException($"Effect {effect.Kind} of charge {effect.ChargeId} is not known"),
    };

    private Task AuditAsync(long chargeId, ControlNote note) =>
        database.Audit.AddOnceAsync(note.Act, AuditWords.Ammeter(key.Group, key.Ammeter), note.Before(chargeId), note.After(chargeId));

    private async Task PushAsync(long chargeId, PushNote push)
    {
        await database.Outbox.AddAsync(new PushRequest(chargeId, push.Kind, push.StudentNumber, push.DetailJson, push.At));
        await PushWaker.WakeAsync(grains, push.StudentNumber);
    }

    private AlarmRaise Raise(long chargeId, Verdict verdict) => new(
        Occurrence(chargeId, verdict), key.Group, key.Ammeter, verdict.Rule, verdict.Severity, chargeId, verdict.Message, verdict.At);

    private AlarmClear Clear(long chargeId, Verdict verdict) =>
        new(Occurrence(chargeId, verdict), key.Group, key.Ammeter, verdict.Rule, verdict.Rule, verdict.At);

    private static string Occurrence(long chargeId, Verdict verdict) => $"{chargeId}/{verdict.Number}";

    private async Task DecideAsync(long chargeId, Verdict verdict) => await database.Decisions.AddAsync(new DecisionRecord(
        chargeId, verdict.Number, verdict.Rule, verdict.Action, verdict.At, verdict.Message, await SamplesAsync(chargeId, verdict)));

    /// <summary>The samples are those of the charge's curve; one that cannot be read must not keep a decision from being kept.</summary>
    private async Task<IReadOnlyList<Sample>> SamplesAsync(long chargeId, Verdict verdict)
    {
        if (verdict.Samples == 0) return [];
        if (verdict.Samples == 1 && last?.AtMs == verdict.ThroughMs) return [last.Value]; // a campus that was silent speaks again all at once
        try
        {
            var curve = await database.Curves.ReadAsync(chargeId);
            return [.. curve.Where(s => s.AtMs <= verdict.ThroughMs && !s.Marks.HasFlag(SampleMarks.Late)).TakeLast(verdict.Samples)];
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }
}
