using Sems.Gateway.Student.Reading;
using Sems.Storage.Ledger.Student;

namespace Sems.Gateway.Tests.Student.Reading;

/// <summary>Notes in words, and distances.</summary>
public sealed class ReadingRuleTests
{
    [Theory]
    [InlineData("full", "low", "电流连续 5 个采样低于 0.3 A，现为 0.2 A", null)]
    [InlineData("silence", "alarm", "2 分钟没有收到采样", null)]
    [InlineData("energy_scale", "notice", "电能读数换了量级 1 次", null)]
    [InlineData("over_current", "clear", "连续 3 个采样恢复正常", null)]
    [InlineData("overtime", "alarm", "充满后仍占用插座 30 分钟", "充满后仍占用插座 30 分钟，请充满后及时取车。")]
    [InlineData("longest_charge", "pause", "已连续供电 12 小时，断电", "为了安全，已连续供电 12 小时，断电。")]
    [InlineData("over_current", "lock", "电流 12 A，连续 3 个采样超过 10 A", "检测到异常，为了安全已断电并锁定插座。原因：电流 12 A，连续 3 个采样超过 10 A。")]
    [InlineData("under_voltage", "alarm", "电压 180 V。", "检测到异常，已通知管理员。原因：电压 180 V。")]
    public void A_decision_in_words(string rule, string action, string message, string? note) =>
        Assert.Equal(note is null ? [] : [note], ChargeNotes.Of([Note(rule, action, message), Note(rule, action, "又一次")]));

    [Theory]
    [InlineData(31.4857, 120.2733, 31.4857, 120.2733, 0)]
    [InlineData(0, 0, 0, 1, 111_195)]
    [InlineData(0, 179.5, 0, -179.5, 111_195)]
    [InlineData(39.9087, 116.3975, 31.2304, 121.4737, 1_067_000)] // Beijing to Shanghai
    [InlineData(90, 0, -90, 0, 20_015_115)]
    public void Places_are_so_far_apart(double latitude1, double longitude1, double latitude2, double longitude2, double metres) =>
        Assert.InRange(Distance.Metres(latitude1, longitude1, latitude2, longitude2), metres * 0.998, (metres * 1.002) + 0.001);

    private static ChargeNote Note(string rule, string action, string message) => new(1, rule, action, DateTimeOffset.UnixEpoch, message);
}
