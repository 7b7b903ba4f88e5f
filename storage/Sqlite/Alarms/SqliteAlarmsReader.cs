using Sems.Storage.Alarms;
using Sems.Storage.Ledger;

namespace Sems.Storage.Sqlite.Alarms;

/// <summary>Alarms, to be read.</summary>
internal class SqliteAlarmsReader(SqliteReaders readers) : IAlarmsReader
{
    public Task<AlarmRecord?> FindAlarmAsync(long alarmId, CancellationToken cancel = default) => readers.ReadAsync(alarmId, AlarmQueries.Find, cancel);

    public Task<Page<AlarmRecord>> AlarmsAsync(AlarmFilter filter, int page, int pageSize, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(page, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(pageSize, 1);
        return readers.ReadAsync((filter, page, pageSize), AlarmQueries.Page, cancel);
    }

    public Task<AlarmRecord?> FindOpenAlarmAsync(string group, string? ammeter, string rule, CancellationToken cancel = default) =>
        readers.ReadAsync((group, ammeter, rule), AlarmQueries.FindOpen, cancel);
}
