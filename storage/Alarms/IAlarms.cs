namespace Sems.Storage.Alarms;

/// <summary>
/// What is wrong on the campus. Every write is durable when its task completes and throws <see cref="StorageUnavailableException"/>
/// when it was not made.
/// </summary>
public interface IAlarms : IAlarmsReader
{
    /// <summary>Opens an alarm, or folds into the open one. One that gets more severe counts as not yet acknowledged.</summary>
    Task RaiseAsync(AlarmRaise raise);

    /// <summary>Clears the open alarm of the station, meter and rule, if there is one.</summary>
    Task ClearAsync(AlarmClear clear);

    /// <summary>Notes that a person has seen it, also when it is over.</summary>
    Task<AlarmOutcome> AcknowledgeAsync(long alarmId, string by, DateTimeOffset at);

    /// <summary>A person says that it is over; who does has seen it.</summary>
    Task<AlarmOutcome> CloseAsync(long alarmId, string by, DateTimeOffset at);
}
