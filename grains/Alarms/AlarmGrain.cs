using Microsoft.Extensions.Logging;
using Sems.GrainInterfaces;
using Sems.Storage;
using Sems.Storage.Alarms;

namespace Sems.Grains.Alarms;

/// <summary>One station's alarms, as far as people have to do with them. It holds nothing: alarms are storage's.</summary>
public sealed partial class AlarmGrain(IDatabase database, TimeProvider time, ILogger<AlarmGrain> log) : Grain, IAlarmGrain
{
    /// <inheritdoc />
    public async Task<AlarmAnswer> Acknowledge(long alarmId, string by)
    {
        if (!await IsOursAsync(alarmId)) return AlarmAnswer.AlarmUnknown;
        var outcome = await database.Alarms.AcknowledgeAsync(alarmId, by, time.GetUtcNow());
        if (outcome == AlarmOutcome.Changed) LogAcknowledged(alarmId, this.GetPrimaryKeyString(), by);
        return Answer(outcome);
    }

    /// <inheritdoc />
    public async Task<AlarmAnswer> Clear(long alarmId, string by)
    {
        if (!await IsOursAsync(alarmId)) return AlarmAnswer.AlarmUnknown;
        var outcome = await database.Alarms.CloseAsync(alarmId, by, time.GetUtcNow());
        if (outcome == AlarmOutcome.Changed) LogCleared(alarmId, this.GetPrimaryKeyString(), by);
        return Answer(outcome);
    }

    private async Task<bool> IsOursAsync(long alarmId)
    {
        if ((await database.Alarms.FindAlarmAsync(alarmId))?.Group == this.GetPrimaryKeyString()) return true;
        DeactivateOnIdle();
        return false;
    }

    private static AlarmAnswer Answer(AlarmOutcome outcome) => outcome switch
    {
        AlarmOutcome.Changed => AlarmAnswer.Changed,
        AlarmOutcome.Unchanged => AlarmAnswer.Unchanged,
        AlarmOutcome.Unknown => AlarmAnswer.AlarmUnknown,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "not an outcome of a step with an alarm"),
    };

    [LoggerMessage(Level = LogLevel.Information, Message = "Alarm {Alarm} of station {Group} was acknowledged by {By}")]
    private partial void LogAcknowledged(long alarm, string group, string by);

    [LoggerMessage(Level = LogLevel.Information, Message = "Alarm {Alarm} of station {Group} was cleared by {By}")]
    private partial void LogCleared(long alarm, string group, string by);
}
