namespace Sems.GrainInterfaces;

/// <summary>What people do with the alarms of one station; the key is its number.</summary>
[Alias("sems.IAlarmGrain")]
public interface IAlarmGrain : IGrainWithStringKey
{
    /// <summary>Somebody has seen it.</summary>
    /// <param name="alarmId">Which; one of this station's.</param>
    /// <param name="by">Who.</param>
    [Alias("Acknowledge")]
    Task<AlarmAnswer> Acknowledge(long alarmId, string by);

    /// <summary>Somebody says that it is over.</summary>
    /// <param name="alarmId">Which; one of this station's.</param>
    /// <param name="by">Who.</param>
    [Alias("Clear")]
    Task<AlarmAnswer> Clear(long alarmId, string by);
}
