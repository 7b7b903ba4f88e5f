using Sems.GrainInterfaces;

namespace Sems.Grains.Tests.Wechat;

/// <summary>What came from WeChat is remembered for ten minutes.</summary>
public sealed class WechatCallbackGrainTests : WechatFixture
{
    private IWechatCallbackGrain Callbacks => Grains.GetGrain<IWechatCallbackGrain>(AppId);

    [Fact]
    public async Task A_request_is_taken_once_and_a_message_done_once()
    {
        Assert.Equal(WechatAdmission.New, await Callbacks.Take("1 a", "m1"));
        Assert.Equal(WechatAdmission.Replayed, await Callbacks.Take("1 a", "m1"));
        Assert.Equal(WechatAdmission.Repeated, await Callbacks.Take("1 b", "m1"));
        Assert.Equal(WechatAdmission.New, await Callbacks.Take("m1", null));
        Clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromTicks(1));
        Assert.Equal(WechatAdmission.Replayed, await Callbacks.Take("1 a", null));
        Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(WechatAdmission.New, await Callbacks.Take("1 a", "m1"));
    }

    [Fact]
    public async Task What_could_not_be_done_may_come_again()
    {
        await Callbacks.Take("1 a", "m1");
        await Callbacks.Forget("1 a", "m1");
        Assert.Equal(WechatAdmission.New, await Callbacks.Take("1 a", "m1"));
    }

    [Fact]
    public async Task Of_a_hundred_at_once_one_is_taken()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Callbacks.Take("1 a", "m1")));
        Assert.Single(all, WechatAdmission.New);
        Assert.Equal(99, all.Count(a => a == WechatAdmission.Replayed));
    }
}
