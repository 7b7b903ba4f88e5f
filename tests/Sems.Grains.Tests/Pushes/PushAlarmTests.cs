using Microsoft.Extensions.DependencyInjection;
using Sems.Grains.Pushes;
using Sems.Grains.Tests.Support;
using Sems.Storage.Alarms;
using Sems.Storage.Outbox;

namespace Sems.Grains.Tests.Pushes;

/// <summary>What somebody must look after is told as an alarm of the station.</summary>
public sealed class PushAlarmTests : PushFixture
{
    protected override void Replace(IServiceCollection services)
    {
        base.Replace(services);
        services.AddSingleton(new PushSettings { AlarmRule = "wechat" });
    }

    [Theory]
    [InlineData("dead", 1)]
    [InlineData("look", 1)]
    [InlineData("later", 0)]
    [InlineData("undeliverable", 0)]
    public async Task An_alarm_is_raised_for_what_somebody_must_look_after(string result, int alarms)
    {
        Channel.AnswerAll(result switch
        {
            "dead" => new PushResult.Dead("模板编号无效（40037）"),
            "look" => new PushResult.RetryLater("密钥不对（40125）", Look: true),
            "later" => new PushResult.RetryLater("系统繁忙（-1）"),
            _ => new PushResult.Undeliverable("没有关注公众号"),
        });
        var detail = new PushDetail { Station = "0001" }.ToJson();
        await Database.Outbox.AddAsync(new PushRequest(7, PushKind.Delay, "s1", detail, Clock.GetUtcNow()));
        await PushWaker.WakeAsync(Grains, "s1");
        await BecomesAsync(7, "tried", p => p.Attempts == 1);
        var found = (await Database.Alarms.AlarmsAsync(new AlarmFilter(Rule: "wechat"), 1, 10)).Items;
        Assert.Equal(alarms, found.Count);
        if (alarms == 0) return;
        var outcome = result == "dead" ? "已放弃）：模板编号无效（40037）" : "稍后再试）：密钥不对（40125）";
        Assert.Equal(("0001", null, AlarmSeverity.Warning, 7L, $"超时推送发不出去（{outcome}。请排除原因，再在推送列表重发"), (found[0].Group, found[0].Ammeter, found[0].Severity, found[0].ChargeId, found[0].Message));
    }

    [Fact]
    public async Task Where_the_record_fails_the_alarm_is_raised_once_all_the_same()
    {
        Channel.AnswerAll(new PushResult.Dead("no"));
        await Database.Outbox.AddAsync(new PushRequest(7, PushKind.Delay, "s1", new PushDetail { Station = "0001" }.ToJson(), Clock.GetUtcNow()));
        Database.FailWrite(2, FaultKind.Before); // the first is the alarm
        await PushWaker.WakeAsync(Grains, "s1");
        await UntilAsync("the record has failed", () => Database.Happened);
        Clock.Advance(TimeSpan.FromSeconds(5));
        await BecomesAsync(7, "dead", p => p.State == PushState.Dead);
        Assert.Equal(1, Assert.Single((await Database.Alarms.AlarmsAsync(new AlarmFilter(Rule: "wechat"), 1, 10)).Items).Count);
        Assert.Single(Channel.Given);
    }
}
