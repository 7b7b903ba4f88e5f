using Sems.Simulator.Tests.Support;
using Sems.Simulator.WeChat;

namespace Sems.Simulator.Tests.WeChat;

/// <summary>Template messages reach the chat, once.</summary>
public sealed class TemplateTests
{
    [Fact]
    public async Task A_message_stands_in_the_chat_with_its_labels_and_its_link()
    {
        await using var wechat = await Wechat.StartAsync();
        wechat.StandIn.Users.Follow(wechat.User.Openid, true);
        Assert.Equal(0, await wechat.SendAsync(await wechat.TokenAsync(), "7", data: """{"user":{"value":"jack"},"money":{"value":"¥1.20"}}"""));
        var message = Assert.Single(wechat.StandIn.Chat.After(wechat.User.Openid, 0));
        Assert.Equal(("template", "占用超时提醒", "http://127.0.0.1/wechat/", "7"), (message.Kind, message.Title, message.Url, message.ClientMsgId));
        Assert.Equal([("用户", "jack"), ("金额", "¥1.20")], message.Fields!.Select(f => (f.Label, f.Value)));
        var shown = await wechat.GetAsync("stand-in/messages?openid=" + wechat.User.Openid);
        Assert.Equal(message.Id, (long)shown["messages"]![0]!["id"]!);
        Assert.Empty((await wechat.GetAsync($"stand-in/messages?openid={wechat.User.Openid}&after={message.Id}"))["messages"]!.AsArray());
    }

    [Fact]
    public async Task The_same_number_for_the_same_person_is_dropped_for_ten_minutes()
    {
        var time = new ManualTime();
        await using var wechat = await Wechat.StartAsync(new WechatStandInOptions { Time = time });
        foreach (var user in wechat.StandIn.Users.All) wechat.StandIn.Users.Follow(user.Openid, true);
        var token = await wechat.TokenAsync();
        for (var i = 0; i < 3; i++) Assert.Equal(0, await wechat.SendAsync(token, "7"));
        Assert.Equal(0, await wechat.SendAsync(token, "7", wechat.StandIn.Users.All[1].Openid));
        Assert.Equal(0, await wechat.SendAsync(token, "8"));
        Assert.Equal(0, await wechat.SendAsync(token));
        Assert.Equal(0, await wechat.SendAsync(token));
        Assert.Equal((5, 2), (wechat.StandIn.Chat.After(null, 0).Count, wechat.StandIn.Chat.Repeats));
        time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(0, await wechat.SendAsync(token, "7"));
        Assert.Equal(6, wechat.StandIn.Chat.After(null, 0).Count);
    }
}
