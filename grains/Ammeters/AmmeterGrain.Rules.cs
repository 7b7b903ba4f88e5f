using Sems.Analysis.Anomalies;
using Sems.GrainInterfaces;
using Sems.Grains.Rules;
using Sems.Grains.Settings;
using Sems.Storage.Alarms;

namespace Sems.Grains.Ammeters;

/// <summary>What rules have to do with a meter.</summary>
public sealed partial class AmmeterGrain
{
    private Episode? _idle;
    private double? _idleTime;

    private DateTimeOffset? LastArrival => _lastArrivalMs == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(_lastArrivalMs);

    private Evidence Evidence(DateTimeOffset now, bool heard) =>
        new(_key, _names!, _progress, Settings, now, LastArrival, heard, _activatedAt);

    /// <summary>Lets the rules decide. Nothing is written, nothing awaited, while they find nothing.</summary>
    private Task JudgeAsync(DateTimeOffset now, bool heard) =>
        RuleLadder.Judge(_state, Evidence(now, heard)) is { } next ? TakeAsync(Decision.Take(next)) : Task.CompletedTask;

    /// <summary>Ends the open session by a step that takes how it ended and the facts for the push.</summary>
    private Task<Decision> EndAsync(string reason, Func<AmmeterState, Closing, string, Decision> step)
    {
        var closing = Closing(_state.Session!, reason);
        var detail = FindingMaker.Detail(_state.Session!, Evidence(closing.EndedAt, heard: false), reason, message: null, closing.EndedAt);
        return TakeAsync(step(_state, closing, detail));
    }

    /// <summary>What the station and the socket are called, for pushes.</summary>
    private async Task NameAsync(CancellationToken cancel)
    {
        var group = await database.Registry.FindGroupAsync(_key.Group, cancel);
        _names = new MeterNames(group?.Name ?? _key.Group, _meter!.Name);
    }

    /// <summary>
    /// A sample without a session is refused, but current on a socket that was released is somebody's concern. It is counted in memory
    /// only; whether an alarm is open is looked up once.
    /// </summary>
    private async Task WatchIdleAsync(ChargeSample sample)
    {
        var rule = Settings.Rules.StrayCurrent;
        if (sample.Time is { } sent && sent == _idleTime) return;
        var name = RuleNames.Name(RuleSet.StrayCurrent);
        _idle ??= new Episode(await database.Alarms.FindOpenAlarmAsync(_key.Group, _key.Ammeter, name) is { ChargeId: null }, 0);
        var before = _idle.Value;
        var after = before.Next(Limits.StrayCurrent(sample.CurrentA, switchedOff: true, rule.Limit), rule.Samples);
        if (after.IsOpen != before.IsOpen)
        {
            var now = time.GetUtcNow();
            var occurrence = $"{_key}/{name}/{now.ToUnixTimeMilliseconds()}";
            if (!after.IsOpen) await database.Alarms.ClearAsync(new AlarmClear(occurrence, _key.Group, _key.Ammeter, name, name, now));
            else if (rule.Action != RuleAction.Notice)
            {
                await database.Alarms.RaiseAsync(new AlarmRaise(
                    occurrence, _key.Group, _key.Ammeter, name, AlarmSeverity.Warning, null, FindingMaker.Stray(sample.CurrentA, rule), now));
            }
        }
        (_idle, _idleTime) = (after, sample.Time);
    }
}
