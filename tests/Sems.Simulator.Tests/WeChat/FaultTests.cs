using System.Net;

namespace Sems.Simulator.Tests.WeChat;

/// <summary>Calls go wrong as asked, as often as asked.</summary>
public sealed class FaultTests
{
    private const string Send = "/cgi-bin/message/template/send";

    [Theory]
    [InlineData("\"errcode\":45009", 45009, false)]
    [InlineData("\"errcode\":-1,\"late\":true", -1, true)]
    [InlineData("\"delay_ms\":1", 0, true)]
    [InlineData("\"delay_ms\":1,\"late\":true", 0, true)]
    public async Task An_error_in_place_of_the_reply_with_or_without_the_effect(string fault, int errcode, bool delivered)
    {
        await using var wechat = await Wechat.StartAsync();
        wechat.StandIn.Users.Follow(wechat.User.Openid, true);
        var token = await wechat.TokenAsync();
        await wechat.PostAsync("stand-in/faults", $$"""{"path":"{{Send}}",{{fault}}}""");
        Assert.Equal(errcode, await wechat.SendAsync(token));
        Assert.Equal(delivered ? 1 : 0, wechat.StandIn.Chat.After(null, 0).Count);
        Assert.Equal(0, await wechat.SendAsync(token));
    }

    [Fact]
    public async Task A_status_or_a_broken_connection_some_times()
    {
        await using var wechat = await Wechat.StartAsync();
        wechat.StandIn.Users.Follow(wechat.User.Openid, true);
        var token = await wechat.TokenAsync();
        await wechat.PostAsync("stand-in/faults", """{"path":"/cgi-bin/*","status":502,"times":2}""");
        await wechat.PostAsync("stand-in/faults", $$"""{"path":"{{Send}}","drop":true,"late":true}""");
        for (var i = 0; i < 2; i++)
        {
            using var response = await wechat.Http.PostAsync(Send + "?access_token=" + token, new StringContent("{}"));
            Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        }

        await Assert.ThrowsAsync<HttpRequestException>(() => wechat.SendAsync(token, "9"));
        Assert.Single(wechat.StandIn.Chat.After(null, 0));
        Assert.Equal(0, await wechat.SendAsync(token, "9"));
        Assert.Equal((1, 1), (wechat.StandIn.Chat.After(null, 0).Count, wechat.StandIn.Chat.Repeats));
        Assert.Equal(4, wechat.StandIn.Calls.Of(Send).Count);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"path":"/x","errcode":1,"times":0}""")]
    [InlineData("nonsense")]
    public async Task A_fault_that_is_none_is_refused(string body)
    {
        await using var wechat = await Wechat.StartAsync();
        using var response = await wechat.Http.PostAsync("stand-in/faults", new StringContent(body));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(wechat.StandIn.Faults.All);
    }

    [Fact]
    public async Task Calls_at_once_are_counted()
    {
        await using var wechat = await Wechat.StartAsync();
        wechat.StandIn.Faults.Add(new() { Path = "/cgi-bin/stable_token", DelayMs = 300, Times = 3 });
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => wechat.TokenAsync()));
        await wechat.TokenAsync();
        var calls = (await wechat.GetAsync("stand-in/calls"))["calls"]!.AsArray();
        Assert.Equal(("/cgi-bin/stable_token", 4, 3), ((string)calls[0]!["path"]!, (int)calls[0]!["count"]!, (int)calls[0]!["most_at_once"]!));
    }
}
