using System.Globalization;
using Sems.Gateway.Student.Reading;

namespace Sems.Gateway.WeChat;

/// <summary>What of a student's charges now, in a few lines: as the phone's first page says it.</summary>
internal sealed class StatusText(LiveSessionReader sessions)
{
    /// <summary>The lines, with a link to the page that says more.</summary>
    public async Task<string> OfAsync(string student, string publicBase, CancellationToken cancel)
    {
        var lines = (await sessions.AllAsync(student, cancel)).Select(Line).ToList();
        if (lines.Count == 0) lines.Add("现在没有正在进行的充电。");
        lines.Add($"<a href=\"{publicBase}/wechat/\">查看充电</a>");
        return string.Join('\n', lines);
    }

    private static string Line(LiveSessionView session)
    {
        var place = session.SocketName.StartsWith(session.StationName, StringComparison.Ordinal) ? session.SocketName : $"{session.StationName} {session.SocketName}".TrimEnd();
        var percent = session.Gauge.Percent is { } full ? string.Create(CultureInfo.InvariantCulture, $" {full:0}%") : "";
        var (hours, minutes) = (session.Seconds / 3600, session.Seconds / 60 % 60);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{place}：{Word(session)}{percent}，已用 {(hours > 0 ? $"{hours} 小时 " : "")}{minutes} 分，{session.EnergyKwh:0.00} 度，{session.Fen / 100m:0.00} 元");
    }

    private static string Word(LiveSessionView session) => session switch
    {
        { Switch: "paused" } => "已暂停",
        { Switch: "locked" } => "已锁定",
        { FullAt: not null } => "已充满",
        _ => "充电中",
    };
}
