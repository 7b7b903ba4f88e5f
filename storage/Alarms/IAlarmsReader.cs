using Sems.Storage.Ledger;

namespace Sems.Storage.Alarms;

/// <summary>Alarms, to be read; from any thread. A read that fails throws <see cref="StorageUnavailableException"/>.</summary>
public interface IAlarmsReader
{
    /// <summary>The alarm, or null.</summary>
    Task<AlarmRecord?> FindAlarmAsync(long alarmId, CancellationToken cancel = default);

    /// <summary>A page of alarms, by when each was last raised, latest first. Pages count from 1.</summary>
    Task<Page<AlarmRecord>> AlarmsAsync(AlarmFilter filter, int page, int pageSize, CancellationToken cancel = default);

    /// <summary>How many alarms are open of each station that has any.</summary>
    Task<IReadOnlyDictionary<string, int>> OpenAlarmCountsAsync(CancellationToken cancel = default);

    /// <summary>The open alarm of a station, meter (null: the station itself) and rule, or null.</summary>
    Task<AlarmRecord?> FindOpenAlarmAsync(string group, string? ammeter, string rule, CancellationToken cancel = default);

    /// <summary>The alarms raised last, or over last, newest first.</summary>
    Task<IReadOnlyList<AlarmRecord>> LatestAsync(bool cleared, int limit, CancellationToken cancel = default);
}
