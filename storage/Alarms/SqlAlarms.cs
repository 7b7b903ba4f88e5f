using Sems.Storage.Sql;

namespace Sems.Storage.Alarms;

/// <summary>What is wrong on the campus.</summary>
internal sealed class SqlAlarms(ISqlStore store) : SqlAlarmsReader(store), IAlarms
{
    private readonly ISqlStore _store = store;

    public Task RaiseAsync(AlarmRaise raise) => _store.WriteAsync(session => AlarmWrites.RaiseAsync(session, raise));

    public Task ClearAsync(AlarmClear clear) => _store.WriteAsync(session => AlarmWrites.ClearAsync(session, clear));

    public Task<AlarmOutcome> AcknowledgeAsync(long alarmId, string by, DateTimeOffset at) =>
        _store.WriteAsync(session => AlarmWrites.AcknowledgeAsync(session, alarmId, by, at));

    public Task<AlarmOutcome> CloseAsync(long alarmId, string by, DateTimeOffset at) =>
        _store.WriteAsync(session => AlarmWrites.CloseAsync(session, alarmId, by, at));
}
