using Sems.Storage.Alarms;
using Sems.Storage.Sqlite.Writer;

namespace Sems.Storage.Sqlite.Alarms;

/// <summary>What is wrong on the campus.</summary>
internal sealed class SqliteAlarms(SqliteWriter writer, SqliteReaders readers) : SqliteAlarmsReader(readers), IAlarms
{
    public Task RaiseAsync(AlarmRaise raise) => writer.WriteAsync(database => AlarmWrites.Raise(database, raise));

    public Task ClearAsync(AlarmClear clear) => writer.WriteAsync(database => AlarmWrites.Clear(database, clear));

    public Task<AlarmOutcome> AcknowledgeAsync(long alarmId, string by, DateTimeOffset at) =>
        writer.WriteAsync(database => AlarmWrites.Acknowledge(database, alarmId, by, at));

    public Task<AlarmOutcome> CloseAsync(long alarmId, string by, DateTimeOffset at) =>
        writer.WriteAsync(database => AlarmWrites.Close(database, alarmId, by, at));
}
