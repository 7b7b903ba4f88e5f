using System.Globalization;
using Sems.Grains.Tariffs;
using Sems.Storage.Outbox;

namespace Sems.Grains.Pushes;

/// <summary>What a student reads. Times are Asia/Shanghai's, money yuan, energy kWh (度).</summary>
public static class PushText
{
    private const string Brand = "【SEMS】";

    /// <summary>The text of a push as it is kept.</summary>
    public static string Of(PushRecord push) => Of(push.Kind, PushDetail.Read(push.DetailJson));

    /// <summary>The text; what is not known is left out.</summary>
    public static string Of(PushKind kind, PushDetail detail) => Brand + kind switch
    {
        PushKind.AlreadyFinish => $"您的电动车已充满{Facts(detail.Place, Clock(detail.FullAt ?? detail.At))}，请及时取车。",
        PushKind.PayFinish => $"充电已结束{Facts(detail.Place, Span(detail), Energy(detail.EnergyKwh), Yuan(detail.Fen))}。",
        PushKind.Delay => $"您的电动车已充满{Minutes(detail)}，仍占用充电插座{Facts(detail.Place)}，请尽快取车。",
        PushKind.Exception => $"充电异常，已停止供电{Facts(detail.Place, Clock(detail.At))}。{Sentence(detail.Message)}",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "It has no words"),
    };

    private static string Facts(params string?[] facts)
    {
        var known = string.Join("，", facts.Where(f => !string.IsNullOrWhiteSpace(f)));
        return known.Length == 0 ? "" : $"（{known}）";
    }

    private static string? Clock(DateTimeOffset? at) =>
        at is { } time ? ChinaTime.ToLocal(time).ToString("M月d日 HH:mm", CultureInfo.InvariantCulture) : null;

    private static string? Span(PushDetail detail)
    {
        if (detail is not { StartedAt: { } start, At: { } end }) return Clock(detail.At);
        var sameDay = ChinaTime.ToLocal(start).Date == ChinaTime.ToLocal(end).Date;
        return $"{Clock(start)} 至 {(sameDay ? ChinaTime.ToLocal(end).ToString("HH:mm", CultureInfo.InvariantCulture) : Clock(end))}";
    }

    private static string? Energy(double? kwh) => kwh is { } energy ? string.Create(CultureInfo.InvariantCulture, $"{energy:0.00} 度") : null;

    private static string? Yuan(long? fen) => fen is { } money ? string.Create(CultureInfo.InvariantCulture, $"费用 {money / 100m:0.00} 元") : null;

    private static string Minutes(PushDetail detail) =>
        detail is { FullAt: { } full, At: { } now } && now > full
            ? string.Create(CultureInfo.InvariantCulture, $" {(long)(now - full).TotalMinutes} 分钟")
            : "";

    private static string Sentence(string? message) => string.IsNullOrWhiteSpace(message) ? "" : $"原因：{message.Trim().TrimEnd('。')}。";
}
