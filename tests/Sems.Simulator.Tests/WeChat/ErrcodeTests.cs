using Sems.Simulator.WeChat;

namespace Sems.Simulator.Tests.WeChat;

/// <summary>WeChat says no with status 200 and a number; which number, by table.</summary>
public sealed class ErrcodeTests
{
    private static readonly WechatAccount Account = WechatAccount.MakeUp() with { AppId = "wx1", AppSecret = "right" };

    [Theory]
    [InlineData("cgi-bin/token?grant_type=x&appid=wx1&secret=right", 40002)]
    [InlineData("cgi-bin/token?grant_type=client_credential", 41002)]
    [InlineData("cgi-bin/token?grant_type=client_credential&appid=wx1", 41004)]
    [InlineData("cgi-bin/token?grant_type=client_credential&appid=wx2&secret=right", 40013)]
    [InlineData("cgi-bin/token?grant_type=client_credential&appid=wx1&secret=wrong", 40125)]
    [InlineData("cgi-bin/stable_token", 43002)]
    [InlineData("cgi-bin/message/template/send", 43002)]
    [InlineData("cgi-bin/ticket/getticket?type=jsapi", 41001)]
    [InlineData("cgi-bin/ticket/getticket?type=jsapi&access_token=none", 40001)]
    [InlineData("cgi-bin/ticket/getticket?type=other&access_token=TOKEN", 40097)]
    [InlineData("sns/oauth2/access_token?appid=wx1&secret=right&code=x", 40002)]
    [InlineData("sns/oauth2/access_token?appid=wx1&secret=wrong&code=x&grant_type=authorization_code", 40125)]
    [InlineData("sns/oauth2/access_token?appid=wx1&secret=right&grant_type=authorization_code", 41008)]
    [InlineData("sns/oauth2/access_token?appid=wx1&secret=right&code=unknown&grant_type=authorization_code", 40029)]
    public async Task Of_what_is_got(string path, int errcode)
    {
        await using var wechat = await Wechat.StartAsync(new WechatStandInOptions { Account = Account });
        var reply = await wechat.GetAsync(path.Replace("TOKEN", await wechat.TokenAsync(), StringComparison.Ordinal));
        Assert.Equal(errcode, (int)reply["errcode"]!);
        Assert.NotEmpty((string)reply["errmsg"]!);
    }

    [Theory]
    [InlineData("cgi-bin/stable_token", "nonsense", 47001)]
    [InlineData("cgi-bin/stable_token", """{"grant_type":"x"}""", 40002)]
    [InlineData("cgi-bin/stable_token", """{"grant_type":"client_credential","appid":"wx1","secret":"wrong"}""", 40125)]
    [InlineData("cgi-bin/message/template/send", "{}", 41001)]
    [InlineData("cgi-bin/message/template/send?access_token=none", "{}", 40001)]
    [InlineData("cgi-bin/message/template/send?access_token=TOKEN", "[]", 47001)]
    [InlineData("cgi-bin/message/template/send?access_token=TOKEN", """{"touser":"nobody"}""", 40003)]
    [InlineData("cgi-bin/message/template/send?access_token=TOKEN", """{"touser":"USER","template_id":"none"}""", 40037)]
    [InlineData("cgi-bin/message/template/send?access_token=TOKEN", """{"touser":"USER","template_id":"TEMPLATE"}""", 43004)]
    [InlineData("cgi-bin/menu/create?access_token=TOKEN", """{"button":[]}""", 40016)]
    [InlineData("cgi-bin/menu/create?access_token=TOKEN", """{"button":[{"name":"我的充电状态","type":"click","key":"K"}]}""", 40018)]
    [InlineData("cgi-bin/menu/create?access_token=TOKEN", """{"button":[{"name":"充电","type":"press","key":"K"}]}""", 40017)]
    [InlineData("cgi-bin/menu/create?access_token=TOKEN", """{"button":[{"name":"充电","type":"click"}]}""", 40019)]
    [InlineData("cgi-bin/menu/create?access_token=TOKEN", """{"button":[{"name":"充电","type":"view"}]}""", 40020)]
    [InlineData("cgi-bin/menu/create?access_token=TOKEN", """{"button":[{"name":"充电","sub_button":[{"name":"现在","type":"view","url":"http://a/"},{"name":"状态","type":"click","key":"STATUS"}]}]}""", 0)]
    public async Task Of_what_is_posted(string path, string body, int errcode)
    {
        await using var wechat = await Wechat.StartAsync(new WechatStandInOptions { Account = Account });
        var reply = await wechat.PostAsync(
            path.Replace("TOKEN", await wechat.TokenAsync(), StringComparison.Ordinal),
            body.Replace("USER", wechat.User.Openid, StringComparison.Ordinal).Replace("TEMPLATE", WechatTemplate.Delay.Id, StringComparison.Ordinal));
        Assert.Equal(errcode, (int)reply["errcode"]!);
    }

    [Theory]
    [InlineData("""{"thing1":{"value":"十六号充电站三号插座"}}""", 0)]
    [InlineData("""{"thing1":{"value":"一个比微信允许的二十个字长得多的地方名称在这里"}}""", 47003)]
    [InlineData("""{"amount2":{"value":""}}""", 47003)]
    [InlineData("""{"user":"jack"}""", 47003)]
    [InlineData("""[]""", 47001)]
    public async Task Of_fields(string data, int errcode)
    {
        await using var wechat = await Wechat.StartAsync();
        wechat.StandIn.Users.Follow(wechat.User.Openid, true);
        Assert.Equal(errcode, await wechat.SendAsync(await wechat.TokenAsync(), data: data));
        Assert.Equal(errcode == 0 ? 1 : 0, wechat.StandIn.Chat.After(wechat.User.Openid, 0).Count);
    }
}
