using Sems.Simulator.Tests.Support;
using Sems.Simulator.WeChat.Api;

namespace Sems.Simulator.Tests.WeChat;

/// <summary>How long a token is good.</summary>
public sealed class TokenTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public void A_stable_token_stays_until_shortly_before_its_end()
    {
        var tokens = new TokenBook(_time);
        var (first, seconds) = tokens.Stable(force: false);
        Assert.Equal(7200, seconds);
        _time.Advance(TimeSpan.FromMinutes(60));
        Assert.Equal((first, 3600), tokens.Stable(force: false));
        _time.Advance(TimeSpan.FromMinutes(56));
        var (second, _) = tokens.Stable(force: false);
        Assert.NotEqual(first, second);
        Assert.Equal(0, tokens.Check(first));
        _time.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(42001, tokens.Check(first));
        Assert.Equal(0, tokens.Check(second));
    }

    [Fact]
    public void Force_ends_the_one_before_at_once()
    {
        var tokens = new TokenBook(_time);
        var (first, _) = tokens.Stable(force: false);
        var (second, _) = tokens.Stable(force: true);
        Assert.Equal((40001, 0), (tokens.Check(first), tokens.Check(second)));
    }

    [Fact]
    public void The_old_kind_is_new_each_time_and_the_one_before_lasts_five_minutes_more()
    {
        var tokens = new TokenBook(_time);
        var ((first, _), (second, _)) = (tokens.Plain(), tokens.Plain());
        Assert.NotEqual(first, second);
        Assert.Equal(0, tokens.Check(first));
        _time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal((42001, 0), (tokens.Check(first), tokens.Check(second)));
        Assert.NotEqual(second, tokens.Stable(force: false).Token);
    }

    [Theory]
    [InlineData(42001)]
    [InlineData(40001)]
    [InlineData(40014)]
    public async Task Tokens_end_by_command(int errcode)
    {
        await using var wechat = await Wechat.StartAsync();
        wechat.StandIn.Users.Follow(wechat.User.Openid, true);
        var token = await wechat.TokenAsync();
        Assert.Equal(0, await wechat.SendAsync(token));
        await wechat.PostAsync("stand-in/expire", $$"""{"errcode":{{errcode}}}""");
        Assert.Equal(errcode, await wechat.SendAsync(token));
        Assert.Equal(0, await wechat.SendAsync(await wechat.TokenAsync()));
    }

    [Fact]
    public async Task A_stuck_token_comes_back_until_it_is_forced()
    {
        await using var wechat = await Wechat.StartAsync();
        wechat.StandIn.Users.Follow(wechat.User.Openid, true);
        var token = await wechat.TokenAsync();
        await wechat.PostAsync("stand-in/expire", """{"errcode":40001,"stuck":true}""");
        Assert.Equal(token, await wechat.TokenAsync());
        Assert.Equal(40001, await wechat.SendAsync(token));
        Assert.Equal(0, await wechat.SendAsync(await wechat.TokenAsync(force: true)));
    }
}
