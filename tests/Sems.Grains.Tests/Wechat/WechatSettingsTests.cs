using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Sems.Silo;
using Sems.Storage.Outbox;

namespace Sems.Grains.Tests.Wechat;

/// <summary>The section WeChat of the configuration.</summary>
public sealed class WechatSettingsTests
{
    private const string Secret = "c0ffeec0ffeec0ffeec0ffeec0ffee00";
    private const string Key = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

    private static readonly (string, string?)[] Whole =
    [
        ("AppId", "wx0123456789abcdef"), ("AppSecret", Secret), ("Token", "tk-7w1"), ("EncodingAesKey", Key), ("PublicBase", "https://sems.example.edu.cn/"),
        ("Templates:PayFinish", "T2"), ("Templates:Delay", ""), ("Fields:PayFinish:thing1", "place"),
    ];

    [Fact]
    public void Without_an_AppId_there_is_no_account()
    {
        Assert.False(WechatSettingsReader.Read(Configuration(("AppSecret", Secret))).IsConfigured);
        Assert.Equal("log", PushServices.Channel(Configuration()));
    }

    [Fact]
    public void All_is_read_and_no_secret_shown()
    {
        var settings = WechatSettingsReader.Read(Configuration(Whole));
        Assert.Equal(
            ("wx0123456789abcdef", Secret, "tk-7w1", Key, "https://api.weixin.qq.com", "https://sems.example.edu.cn"),
            (settings.AppId, settings.AppSecret, settings.Token, settings.EncodingAesKey, settings.ApiBase, settings.PublicBase));
        Assert.Equal([(PushKind.PayFinish, "T2")], settings.Templates.Select(t => (t.Key, t.Value)));
        Assert.Equal("place", settings.Fields[PushKind.PayFinish]["thing1"]);
        Assert.DoesNotContain(Secret, settings.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Key, settings.ToString(), StringComparison.Ordinal);
        Assert.Equal("wechat", PushServices.Channel(Configuration([.. Whole, ("..:Push:Channel", "wechat")])));
    }

    [Theory]
    [InlineData("AppSecret", null, "WeChat:AppSecret must be set, for WeChat:AppId is")]
    [InlineData("Token", " ", "WeChat:Token must be set, for WeChat:AppId is")]
    [InlineData("PublicBase", null, "WeChat:PublicBase must be set, for WeChat:AppId is")]
    [InlineData("PublicBase", "sems.example.edu.cn", "WeChat:PublicBase must be an address such as https://sems.example.edu.cn, it is 'sems.example.edu.cn'")]
    [InlineData("PublicBase", "https://sems.example.edu.cn/?a=1", "WeChat:PublicBase must be an address such as https://sems.example.edu.cn, it is 'https://sems.example.edu.cn/?a=1'")]
    [InlineData("ApiBase", "ftp://x", "WeChat:ApiBase must be an address such as https://sems.example.edu.cn, it is 'ftp://x'")]
    [InlineData("EncodingAesKey", "short-secret", "WeChat:EncodingAesKey must be 43 letters and digits as WeChat's console shows them, or empty; it has 12")]
    [InlineData("EncodingAesKey", "abcdefghijklmnopqrstuvwxyz0123456789ABCDE-G", "WeChat:EncodingAesKey must be 43 letters and digits as WeChat's console shows them, or empty; it has 43")]
    [InlineData("Templates:Weather", "T", "WeChat:Templates:Weather is not known: it can be AlreadyFinish, PayFinish, Delay, Exception")]
    [InlineData("Templates:1", "T", "WeChat:Templates:1 is not known: it can be AlreadyFinish, PayFinish, Delay, Exception")]
    [InlineData("Fields:Delay:thing1", "weather", "WeChat:Fields:Delay:thing1 must be one of user, charge, account, place, time, energy, money, reason, remark, it is 'weather'")]
    public void A_wrong_one_stops_the_start_with_words_and_without_secrets(string name, string? value, string message)
    {
        var configuration = Configuration([.. Whole.Where(s => s.Item1 != name), (name, value)]);
        var refused = Assert.Throws<FormatException>(() => new ServiceCollection().AddPushes(configuration));
        Assert.Equal(message, refused.Message);
    }

    [Fact]
    public void The_channel_needs_an_account()
    {
        var configuration = Configuration(("..:Push:Channel", "wechat"));
        Assert.Equal("Push:Channel is wechat, but no account is configured: set WeChat:AppId and the others", Assert.Throws<FormatException>(() => PushServices.Channel(configuration)).Message);
    }

    private static IConfiguration Configuration(params (string Name, string? Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name.StartsWith("..:", StringComparison.Ordinal) ? s.Name[3..] : "WeChat:" + s.Name, s.Value))).Build();
}
