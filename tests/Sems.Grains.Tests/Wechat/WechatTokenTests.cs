using Sems.Grains.Wechat;

namespace Sems.Grains.Tests.Wechat;

/// <summary>The access token is fetched once for all, renewed in time, and not asked for again and again where that fails.</summary>
public sealed class WechatTokenTests : WechatFixture
{
    [Fact]
    public async Task Two_hundred_that_want_the_token_at_once_make_one_fetch()
    {
        var (gate, at, most) = (new TaskCompletionSource(), 0, 0);
        Api.Token = async _ =>
        {
            most = Math.Max(most, Interlocked.Increment(ref at));
            await gate.Task;
            Interlocked.Decrement(ref at);
            return FakeWechatApi.Given("t1");
        };
        var all = Enumerable.Range(0, 200).Select(i => i % 2 == 0 ? Tokens.Token() : Tokens.Renew("another")).ToList();
        gate.SetResult();
        Assert.All(await Task.WhenAll(all), answer => Assert.Equal("t1", answer.Value));
        Assert.Equal((1, 1), (Api.Count("token"), most));
    }

    [Fact]
    public async Task It_is_renewed_five_minutes_before_its_end()
    {
        Assert.Equal("t1", (await Tokens.Token()).Value);
        await PassAsync(TimeSpan.FromMinutes(115) - TimeSpan.FromSeconds(1));
        Assert.Equal("t1", (await Tokens.Token()).Value);
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("t2", (await Tokens.Token()).Value);
        Assert.Equal(2, Api.Count("token"));
    }

    [Fact]
    public async Task Where_renewing_fails_the_old_one_serves_while_it_is_good_and_nobody_stampedes()
    {
        await Tokens.Token();
        await PassAsync(TimeSpan.FromMinutes(114));
        Api.Token = _ => Task.FromResult(new WechatReply(null, "HTTP 502"));
        Clock.Advance(TimeSpan.FromMinutes(2));
        var all = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Tokens.Token()));
        Assert.All(all, answer => Assert.Equal("t1", answer.Value));
        Assert.Equal(2, Api.Count("token"));
        Clock.Advance(TimeSpan.FromMinutes(4)); // it has ended
        all = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Tokens.Token()));
        Assert.All(all, answer => Assert.Equal((null, null, "HTTP 502"), (answer.Value, answer.Code, answer.Fault)));
        Assert.Equal(3, Api.Count("token"));
    }

    [Fact]
    public async Task Failing_fetches_are_ever_further_apart_up_to_a_minute_until_one_does_it()
    {
        Api.Token = _ => Task.FromResult(new WechatReply(-1, "system error"));
        for (var second = 0; second < 300; second++)
        {
            await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Tokens.Token()));
            Clock.Advance(TimeSpan.FromSeconds(1));
        }
        Assert.InRange(Api.Count("token"), 8, 11); // after 1, 2, 4, 8, 16, 32, 60, 60, … s
        Api.Token = null;
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("t1", (await Tokens.Token()).Value);
    }

    [Fact]
    public async Task A_refused_token_is_renewed_once_for_all_who_were_refused()
    {
        var bad = (await Tokens.Token()).Value!;
        var all = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Tokens.Renew(bad)));
        Assert.All(all, answer => Assert.Equal("t2", answer.Value));
        Assert.Equal(["token", "token"], Api.Asked);
    }

    [Fact]
    public async Task Renewal_is_forced_only_where_the_same_bad_token_comes_again_and_not_twice_within_half_a_minute()
    {
        Api.Token = force => Task.FromResult(FakeWechatApi.Given(force ? "forced" : "t1"));
        await Tokens.Token();
        Assert.Equal("forced", (await Tokens.Renew("t1")).Value);
        Assert.Equal(["token", "token", "token!"], Api.Asked);
        Api.Token = _ => Task.FromResult(FakeWechatApi.Given("forced"));
        Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal((null, 40001), ((await Tokens.Renew("forced")).Value, (await Tokens.Renew("forced")).Code));
        Assert.Equal(1, Api.Count("token!"));
        Clock.Advance(TimeSpan.FromSeconds(30));
        await Tokens.Renew("forced");
        Assert.Equal(2, Api.Count("token!"));
    }

    [Fact]
    public async Task The_ticket_is_kept_like_the_token_and_a_bad_token_is_renewed_for_it()
    {
        Api.Ticket = token => token == "t1" ? new WechatReply(42001, "expired") : new WechatReply(0, "ok", "ticket", TimeSpan.FromHours(2));
        var all = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Tokens.Ticket()));
        Assert.All(all, answer => Assert.Equal("ticket", answer.Value));
        Assert.Equal(["token", "ticket t1", "token", "ticket t2"], Api.Asked);
        await PassAsync(TimeSpan.FromMinutes(115));
        await Tokens.Ticket();
        Assert.Equal(3, Api.Count("ticket"));
    }

    [Fact]
    public async Task A_code_becomes_an_openid_while_the_token_is_being_fetched()
    {
        var gate = new TaskCompletionSource();
        Api.Token = async _ =>
        {
            await gate.Task;
            return FakeWechatApi.Given("t1");
        };
        var token = Tokens.Token();
        Assert.Equal("o-1", (await Tokens.OpenidOf("good").WaitAsync(TimeSpan.FromSeconds(30))).Value);
        var used = await Tokens.OpenidOf("used");
        Assert.Equal((null, 40029, "登录码无效或已使用（40029）"), (used.Value, used.Code, used.Fault));
        gate.SetResult();
        Assert.Equal("t1", (await token).Value);
    }

    /// <summary>Time goes by, and the grain is asked often enough to stay in memory.</summary>
    private async Task PassAsync(TimeSpan time)
    {
        for (var end = Clock.GetUtcNow() + time; Clock.GetUtcNow() < end; await Tokens.Token())
            Clock.Advance(end - Clock.GetUtcNow() < TimeSpan.FromMinutes(1) ? end - Clock.GetUtcNow() : TimeSpan.FromMinutes(1));
    }
}
