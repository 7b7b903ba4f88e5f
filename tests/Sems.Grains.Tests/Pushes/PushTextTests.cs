using Sems.Grains.Pushes;
using Sems.Storage.Outbox;

namespace Sems.Grains.Tests.Pushes;

/// <summary>What students read. The charge began on 2 March 2026 at 08:00 in Shanghai.</summary>
public sealed class PushTextTests
{
    private static readonly DateTimeOffset Start = ManualTimeProvider.Start;

    public static TheoryData<PushKind, PushDetail, string> Texts => new()
    {
        { PushKind.AlreadyFinish, new() { StationName = "东门", SocketName = "3 号", FullAt = Start.AddHours(8.5) }, "【SEMS】您的电动车已充满（东门 3 号，3月2日 16:30），请及时取车。" },
        { PushKind.AlreadyFinish, new(), "【SEMS】您的电动车已充满，请及时取车。" },
        {
            PushKind.PayFinish, new() { StationName = "东门", SocketName = "3 号", StartedAt = Start, At = Start.AddHours(2.5), EnergyKwh = 1.2345, Fen = 125 },
            "【SEMS】充电已结束（东门 3 号，3月2日 08:00 至 10:30，1.23 度，费用 1.25 元）。"
        },
        {
            PushKind.PayFinish, new() { StartedAt = Start, At = Start.AddHours(17), Fen = 5 },
            "【SEMS】充电已结束（3月2日 08:00 至 3月3日 01:00，费用 0.05 元）。"
        },
        { PushKind.PayFinish, new() { At = Start, Fen = 0 }, "【SEMS】充电已结束（3月2日 08:00，费用 0.00 元）。" },
        { PushKind.PayFinish, new() { Fen = 1_234_567 }, "【SEMS】充电已结束（费用 12345.67 元）。" },
        { PushKind.PayFinish, new(), "【SEMS】充电已结束。" },
        { PushKind.Delay, new() { StationName = "东门", SocketName = "3 号", FullAt = Start, At = Start.AddMinutes(30.9) }, "【SEMS】您的电动车已充满 30 分钟，仍占用充电插座（东门 3 号），请尽快取车。" },
        { PushKind.Delay, new() { FullAt = Start, At = Start.AddMinutes(-1) }, "【SEMS】您的电动车已充满，仍占用充电插座，请尽快取车。" },
        {
            PushKind.Exception, new() { StationName = "东门", SocketName = "3 号", At = Start, Message = "电流 12.5 A 超过 10 A。" },
            "【SEMS】充电异常，已停止供电（东门 3 号，3月2日 08:00）。原因：电流 12.5 A 超过 10 A。"
        },
        { PushKind.Exception, new() { SocketName = " ", Message = " " }, "【SEMS】充电异常，已停止供电。" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_says_what_is_known(PushKind kind, PushDetail detail, string text)
    {
        Assert.Equal(text, PushText.Of(kind, detail));
        Assert.Equal(text, PushText.Of(Kept(kind, detail.ToJson())));
    }

    [Fact]
    public void Facts_are_kept_as_readable_JSON_without_what_is_missing() => Assert.Equal(
        """{"station_name":"东门","socket_name":"3 号","at":"2026-03-02T00:00:00+00:00","fen":125}""", new PushDetail { StationName = "东门", SocketName = "3 号", At = Start, Fen = 125 }.ToJson());

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("""{"fen":"many"}""")]
    [InlineData("""{"weather":"fine"}""")]
    public void Facts_that_cannot_be_read_are_left_out(string json) => Assert.Equal("【SEMS】充电已结束。", PushText.Of(Kept(PushKind.PayFinish, json)));

    [Fact]
    public void Every_kind_has_words() => Assert.All(Enum.GetValues<PushKind>(), kind => Assert.StartsWith("【SEMS】", PushText.Of(kind, new PushDetail())));

    private static PushRecord Kept(PushKind kind, string json) => new(1, 1, kind, "s1", json, Start, PushState.Pending, 0, Start, null, null);
}
