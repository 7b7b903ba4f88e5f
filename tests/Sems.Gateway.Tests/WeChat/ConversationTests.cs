using System.Text.RegularExpressions;
using Sems.Simulator.WeChat.Callback;

namespace Sems.Gateway.Tests.WeChat;

/// <summary>What people do in their chat with the account, by the stand-in's side of the callback, and what it comes to.</summary>
public sealed partial class ConversationTests
{
    private static readonly CallbackMode Usual = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_follows_gets_a_link_to_bind_and_who_is_bound_is_known(bool encrypted)
    {
        await using var campus = await WechatCampus.StartAsync(encrypted);
        var (user, nobody) = (campus.StandIn.Users.All[0], campus.StandIn.Users.All[1]);
        Assert.Equal("http://127.0.0.1:1/wechat/bind", Link(await campus.StandIn.People.SubscribeAsync(nobody, Usual, default)));
        Assert.Equal("http://127.0.0.1:1/wechat/bind", Link(await campus.StandIn.People.ClickAsync(nobody, "STATUS", Usual, default)));
        Assert.Null(await campus.Student.DoesFollow());
        Assert.Equal("http://127.0.0.1:1/wechat/", Link(await campus.StandIn.People.SubscribeAsync(user, Usual, default)));
        Assert.True(await campus.Student.DoesFollow());
        var gone = await campus.StandIn.People.UnsubscribeAsync(user, Usual, default);
        Assert.True(gone.Ok && gone.Reply is null or { Text: null }, gone.Body);
        Assert.False(await campus.Student.DoesFollow());
    }

    [Fact]
    public async Task Where_the_phone_is_is_the_students_last_position()
    {
        await using var campus = await WechatCampus.StartAsync();
        var user = campus.StandIn.Users.All[0];
        Assert.True((await campus.StandIn.People.LocateAsync(user, 31.2304, 121.4737, 20, Usual, default)).Ok);
        var place = (await campus.Student.WhereAmI())!;
        Assert.Equal((31.2304, 121.4737), (place.Latitude, place.Longitude));
        Assert.InRange(campus.Gateway.Clock.GetUtcNow() - place.At, TimeSpan.Zero, TimeSpan.FromSeconds(30)); // by the campus's clock
        Assert.True((await campus.StandIn.People.LocateAsync(user, 131, 121, 20, Usual, default)).Ok); // nowhere
        Assert.True((await campus.StandIn.People.LocateAsync(campus.StandIn.Users.All[1], 30, 120, 20, Usual, default)).Ok); // nobody's
        Assert.Equal(place, await campus.Student.WhereAmI());
    }

    [Theory]
    [InlineData("状态")]
    [InlineData(" 充电状态？")]
    [InlineData("CLICK STATUS")]
    public async Task Who_asks_is_told_what_charges_now(string asked)
    {
        await using var campus = await WechatCampus.StartAsync();
        Assert.StartsWith("现在没有正在进行的充电。\n", await AskAsync("状态"), StringComparison.Ordinal); // in words: a second click within a second would count as the first one sent again
        await campus.Gateway.Client.StartAsync("5sdf87e4", "0001", "000000000000");
        campus.Gateway.Clock.Advance(TimeSpan.FromMinutes(90));
        Assert.Matches("""^东门 4 号：充电中，已用 1 小时 30 分，0.00 度，0.75 元\n<a href="http://127.0.0.1:1/wechat/">查看充电</a>$""", await AskAsync(asked));

        async Task<string> AskAsync(string words)
        {
            var user = campus.StandIn.Users.All[0];
            var outcome = words.StartsWith("CLICK ", StringComparison.Ordinal)
                ? await campus.StandIn.People.ClickAsync(user, words[6..], Usual, default)
                : await campus.StandIn.People.WriteAsync(user, words, Usual, default);
            Assert.True(outcome.Ok, outcome.Error);
            return outcome.Reply!.Text!;
        }
    }

    [Fact]
    public async Task Anything_else_is_answered_with_help()
    {
        await using var campus = await WechatCampus.StartAsync();
        var user = campus.StandIn.Users.All[0];
        var help = await campus.StandIn.People.WriteAsync(user, "你好 ]]> <&>", Usual, default);
        Assert.StartsWith("回复“状态”可查看正在充电的情况。<a href=\"http://127.0.0.1:1/wechat/\">", help.Reply!.Text, StringComparison.Ordinal);
        Assert.Equal(help.Reply.Text, (await campus.StandIn.People.ClickAsync(user, "HELP", Usual, default)).Reply!.Text);
        Assert.Equal("success", (await campus.StandIn.People.ClickAsync(user, "https://sems.example.edu.cn/wechat/", Usual, default)).Body);
    }

    [Fact]
    public async Task The_same_message_sent_again_is_answered_and_not_done_again()
    {
        await using var campus = await WechatCampus.StartAsync();
        var user = campus.StandIn.Users.All[0];
        var again = await campus.StandIn.People.WriteAsync(user, "帮助", new CallbackMode(Repeat: 1), default);
        Assert.Equal((200, "success"), (again.Status, again.Body));
        var replayed = await campus.StandIn.People.WriteAsync(user, "帮助", new CallbackMode(Replay: true), default);
        Assert.Equal(403, replayed.Status);
    }

    private static string Link(CallbackOutcome outcome)
    {
        Assert.True(outcome.Ok, outcome.Error);
        return Address().Match(outcome.Reply!.Text!).Groups[1].Value;
    }

    [GeneratedRegex("href=\"([^\"]+)\"")]
    private static partial Regex Address();
}
