using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Sems.Grains.Cluster;
using Sems.Grains.Pushes;
using Sems.Grains.Wechat;
using Sems.Storage.Outbox;

namespace Sems.Grains.Tests.Wechat;

/// <summary>What a push looks like in WeChat, and what its errcodes come to.</summary>
public sealed class WechatPushChannelTests : WechatFixture
{
    private static readonly WechatSettings Account = new()
    {
        AppId = AppId,
        PublicBase = "https://sems.example.edu.cn",
        Templates = new Dictionary<PushKind, string> { [PushKind.AlreadyFinish] = "T1", [PushKind.PayFinish] = "T2", [PushKind.Exception] = "T4" },
    };

    private WechatPushChannel _channel = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Database.Registry.SaveStudentAsync(Student("1") with { WechatOpenid = "o-1" });
        _channel = new WechatPushChannel(Account, Api, new WechatGate(new MachineClock(Clock)), Database, Grains, NullLogger<WechatPushChannel>.Instance);
    }

    [Theory]
    [InlineData(0, "Sent", null)]
    [InlineData(43004, "Undeliverable", null)]
    [InlineData(43101, "Undeliverable", null)]
    [InlineData(40003, "Undeliverable", null)]
    [InlineData(50005, "Undeliverable", null)]
    [InlineData(-1, "Later", null)]
    [InlineData(null, "Later", null)]
    [InlineData(99999, "Later", null)]
    [InlineData(45009, "Later", 21_600)]
    [InlineData(45011, "Later", 60)]
    [InlineData(40037, "Dead", null)]
    [InlineData(47001, "Dead", null)]
    [InlineData(47003, "Dead", null)]
    [InlineData(48001, "Dead", null)]
    [InlineData(48004, "Dead", null)]
    [InlineData(40013, "Look", null)]
    [InlineData(40125, "Look", null)]
    [InlineData(40164, "Look", null)]
    public async Task An_errcode_comes_to_this(int? code, string outcome, int? after)
    {
        Api.Send = (_, _) => new WechatReply(code, "words of WeChat's");
        var result = await SendAsync();
        var (name, reason, pause) = result switch
        {
            PushResult.Sent => ("Sent", "", null),
            PushResult.Undeliverable no => ("Undeliverable", no.Reason, null),
            PushResult.Dead dead => ("Dead", dead.Reason, null),
            PushResult.RetryLater later => (later.Look ? "Look" : "Later", later.Reason, later.After),
            _ => throw new InvalidOperationException(),
        };
        Assert.Equal((outcome, after), (name, (int?)pause?.TotalSeconds));
        if (code is { } number and not 0) Assert.EndsWith($"（{number}）", reason, StringComparison.Ordinal);
        Assert.Equal(1, Api.Count("send"));
    }

    [Theory]
    [InlineData(40001)]
    [InlineData(40014)]
    [InlineData(42001)]
    public async Task A_refused_token_is_renewed_and_the_push_sent_once_more_at_once(int code)
    {
        Api.Send = (token, _) => token == "t1" ? new WechatReply(code, "bad token") : new WechatReply(0, "ok");
        Assert.IsType<PushResult.Sent>(await SendAsync());
        Assert.Equal(2, Api.Count("send"));
        Api.Send = (_, _) => new WechatReply(code, "bad token"); // whatever it is
        Assert.IsType<PushResult.RetryLater>(await SendAsync());
        Assert.Equal(4, Api.Count("send"));
    }

    [Fact]
    public async Task A_used_up_quota_pauses_all_until_midnight_in_China_and_six_hours_at_most()
    {
        Clock.Advance(TimeSpan.FromHours(13)); // 21:00 there
        Api.Send = (_, _) => new WechatReply(45009, "reach max api daily quota limit");
        Assert.Equal(TimeSpan.FromHours(3), Assert.IsType<PushResult.RetryLater>(await SendAsync()).After);
        Api.Send = (_, _) => new WechatReply(0, "ok");
        Clock.Advance(TimeSpan.FromHours(1));
        var waits = Assert.IsType<PushResult.RetryLater>(await SendAsync(kind: PushKind.PayFinish));
        Assert.Equal((TimeSpan.FromHours(2), "接口调用已达当日上限（45009）", 1), (waits.After, waits.Reason, Api.Count("send")));
        Clock.Advance(TimeSpan.FromHours(2));
        Assert.IsType<PushResult.Sent>(await SendAsync());
    }

    [Fact]
    public async Task Without_a_token_it_is_tried_later_and_nothing_is_sent()
    {
        Api.Token = _ => Task.FromResult(new WechatReply(40125, "invalid appsecret"));
        var later = Assert.IsType<PushResult.RetryLater>(await SendAsync());
        Assert.Equal(("AppSecret 不正确（40125）", true, 0), (later.Reason, later.Look, Api.Count("send")));
    }

    [Theory]
    [InlineData("2", PushKind.AlreadyFinish, "没有绑定微信")]
    [InlineData("9", PushKind.AlreadyFinish, "没有绑定微信")]
    [InlineData("1", PushKind.Delay, "没有设置这类推送的模板")]
    public async Task Who_cannot_be_reached_is_not_an_error(string student, PushKind kind, string reason)
    {
        Assert.Equal(new PushResult.Undeliverable(reason), await SendAsync("s" + student, kind));
        Assert.Empty(Api.Asked);
    }

    [Theory]
    [InlineData(PushKind.AlreadyFinish, "T1", "/wechat/", """{"user":"user1","charge":"7","place":"东门 3 号","time":"2026年3月2日 16:30","energy":"1.23度","money":"4.25元","reason":"电池已充满","remark":"请及时取车"}""")]
    [InlineData(PushKind.PayFinish, "T2", "/wechat/bills/7", """{"user":"user1","account":"7","place":"东门 3 号","time":"2026年3月2日 17:00","energy":"1.23度","money":"4.25元","reason":"刷卡结束","remark":"点开查看费用明细"}""")]
    [InlineData(PushKind.Exception, "T4", "/wechat/charges/7", """{"user":"user1","charge":"7","place":"东门 3 号","time":"2026年3月2日 17:00","energy":"1.23度","money":"4.25元","reason":"电流 12.5 A 超过 10 A","remark":"已停止供电，请查看车辆和充电器"}""")]
    public async Task A_message_has_the_push_s_number_its_link_and_its_facts(PushKind kind, string template, string page, string fields)
    {
        await SendAsync(kind: kind);
        using var json = JsonDocument.Parse(Api.Asked.Single(a => a.StartsWith("send ", StringComparison.Ordinal))["send t1 ".Length..]);
        var root = json.RootElement;
        Assert.Equal(("o-1", template, "https://sems.example.edu.cn" + page, "31"), (
            root.GetProperty("touser").GetString(), root.GetProperty("template_id").GetString(), root.GetProperty("url").GetString(), root.GetProperty("client_msg_id").GetString()));
        var values = root.GetProperty("data").EnumerateObject().ToDictionary(f => f.Name, f => f.Value.GetProperty("value").GetString()!);
        Assert.Equal(JsonSerializer.Deserialize<Dictionary<string, string>>(fields), values);
    }

    [Fact]
    public void Fields_of_a_template_s_own_are_filled_as_the_settings_say_and_cut_to_what_they_take()
    {
        var settings = Account with
        {
            Fields = new Dictionary<PushKind, IReadOnlyDictionary<string, string>>
            {
                [PushKind.Exception] = new Dictionary<string, string> { ["thing1"] = "reason", ["character_string2"] = "charge", ["time3"] = "time", ["amount4"] = "account" },
            },
        };
        var message = Message("s1", PushKind.Exception);
        message = message with { Detail = message.Detail with { Message = "电流 12.5 A 超过 10 A，功率 2,750 W 超过 2 kW" } };
        Assert.Equal(
            new Dictionary<string, string> { ["thing1"] = "电流 12.5 A 超过 10 A，功…", ["character_string2"] = "7", ["time3"] = "2026年3月2日 17:00", ["amount4"] = "-" },
            WechatFields.Of(settings, message, "user1"));
    }

    private static PushMessage Message(string student, PushKind kind) => new(31, 7, kind, student, "", new PushDetail
    {
        StationName = "东门",
        SocketName = "3 号",
        FullAt = ManualTimeProvider.Start.AddHours(8.5),
        At = ManualTimeProvider.Start.AddHours(9),
        EnergyKwh = 1.234,
        Fen = 425,
        Reason = kind == PushKind.PayFinish ? "card" : "over_current",
        Message = kind == PushKind.Exception ? "电流 12.5 A 超过 10 A" : null,
    });

    private Task<PushResult> SendAsync(string student = "s1", PushKind kind = PushKind.AlreadyFinish) => _channel.SendAsync(Message(student, kind), CancellationToken.None);
}
