using System.Globalization;
using Sems.Grains.Rules;
using Sems.Storage.Alarms;

namespace Sems.Grains.Groups;

/// <summary>
/// Whether a station is alive, and the alarm when it is not. What is known of it is in memory; an alarm that an earlier process left open
/// is found when the station's grain activates.
/// </summary>
internal sealed class StationLiveness
{
    /// <summary>The rule's name in alarms.</summary>
    public const string Rule = "offline";

    private readonly string _group;
    private readonly IAlarms _alarms;
    private readonly DateTimeOffset _listeningSince;
    private string _occurrence;

    private StationLiveness(string group, IAlarms alarms, DateTimeOffset listeningSince, AlarmRecord? open)
    {
        (_group, _alarms, _listeningSince, IsOffline) = (group, alarms, listeningSince, open is not null);
        _occurrence = Occurrence(open?.LastAt ?? listeningSince);
    }

    /// <summary>An alarm says that the station is offline.</summary>
    public bool IsOffline { get; private set; }

    /// <summary>Looks up what is known of a station.</summary>
    /// <param name="group">The station.</param>
    /// <param name="alarms">Where alarms are.</param>
    /// <param name="listeningSince">From now on its polls would be heard.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<StationLiveness> FindAsync(string group, IAlarms alarms, DateTimeOffset listeningSince, CancellationToken cancel) =>
        new(group, alarms, listeningSince, await alarms.FindOpenAlarmAsync(group, null, Rule, cancel));

    /// <summary>Raises the alarm when it is due; answers when it is, or null when it is open.</summary>
    public async Task<DateTimeOffset?> TendAsync(string name, DateTimeOffset? lastPoll, DateTimeOffset now, TimeSpan after)
    {
        if (IsOffline) return null;
        var due = OfflineRule.Due(lastPoll, _listeningSince, after);
        if (now < due) return due;
        var occurrence = Occurrence(lastPoll ?? _listeningSince);
        await _alarms.RaiseAsync(new AlarmRaise(occurrence, _group, null, Rule, AlarmSeverity.Warning, null, Message(name, lastPoll, after), now));
        (_occurrence, IsOffline) = (occurrence, true);
        return null;
    }

    /// <summary>It polls again.</summary>
    public async Task BackAsync(DateTimeOffset now)
    {
        await _alarms.ClearAsync(new AlarmClear(_occurrence + "/back", _group, null, Rule, Rule, now));
        IsOffline = false;
    }

    /// <summary>The same however often the same silence is told, so that a repeated write has its effect once.</summary>
    private string Occurrence(DateTimeOffset since) => string.Create(CultureInfo.InvariantCulture, $"{_group}/{Rule}/{since.ToUnixTimeMilliseconds()}");

    private static string Message(string name, DateTimeOffset? lastPoll, TimeSpan after) => lastPoll is null
        ? $"充电站 {name} 自服务启动以来没有轮询"
        : string.Create(CultureInfo.InvariantCulture, $"充电站 {name} 已 {after.TotalSeconds:0} 秒没有轮询");
}
