using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using Sems.Simulator.WeChat;
using Sems.Simulator.WeChat.Callback;

namespace Sems.Simulator.Tests.WeChat;

/// <summary>What the stand-in tells an account's server, and what it makes of the answers.</summary>
public sealed class CallbackTests : IAsyncLifetime
{
    private AccountServer _server = null!;
    private Wechat _wechat = null!;

    private string Person => $"stand-in/users/{_wechat.User.Openid}/";

    public async Task InitializeAsync()
    {
        _server = await AccountServer.StartAsync();
        _wechat = await Wechat.StartAsync(new WechatStandInOptions { Gateway = _server.Address, CallbackTries = 2 });
    }

    public async Task DisposeAsync()
    {
        await _wechat.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("subscribe", "{}", "event", "Event", "subscribe")]
    [InlineData("unsubscribe", "{}", "event", "Event", "unsubscribe")]
    [InlineData("location", """{"latitude":31.5,"longitude":121.25,"precision":12}""", "event", "Latitude", "31.5")]
    [InlineData("text", """{"text":"状态 ]]> <b>"}""", "text", "Content", "状态 ]]> <b>")]
    [InlineData("click", """{"key":"HELP"}""", "event", "EventKey", "HELP")]
    [InlineData("click", """{"key":"http://127.0.0.1/wechat/"}""", "event", "Event", "VIEW")]
    public async Task Events_are_signed_and_told_plain_or_encrypted(string what, string body, string type, string name, string value)
    {
        foreach (var encrypted in new[] { false, true })
        {
            var outcome = await _wechat.PostAsync(Person + what, body.Replace("{", $$"""{"encrypted":{{(encrypted ? "true" : "false")}},""", StringComparison.Ordinal).Replace(",}", "}", StringComparison.Ordinal));
            Assert.True((bool)outcome["ok"]!, outcome.ToJsonString());
            Assert.True(_server.Calls.TryDequeue(out var call));
            var xml = Open(call, encrypted);
            Assert.Equal((_wechat.Account.OriginalId, _wechat.User.Openid), (xml.Element("ToUserName")!.Value, xml.Element("FromUserName")!.Value));
            Assert.Equal((type, value), (xml.Element("MsgType")!.Value, xml.Element(name)!.Value));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_reply_stands_in_the_chat(bool encrypted)
    {
        var link = """绑定请点<a href="http://127.0.0.1/wechat/bind">这里</a>""";
        _server.Answer = call => (200, Reply(Open(call, encrypted), link, encrypted));
        var outcome = await _wechat.PostAsync(Person + "subscribe", $$"""{"encrypted":{{(encrypted ? "true" : "false")}}}""");
        Assert.Equal(link, (string)outcome["reply"]!["text"]!);
        Assert.Equal(["event", "reply"], _wechat.StandIn.Chat.After(_wechat.User.Openid, 0).Select(m => m.Kind));
        Assert.True(_wechat.StandIn.Users.All[0].Subscribed);
    }

    [Theory]
    [InlineData("<xml/>", "ToUserName")]
    [InlineData("hello", "no XML")]
    [InlineData("<!DOCTYPE xml [<!ENTITY a 'b'>]><xml>&a;</xml>", "no XML")]
    [InlineData("<xml><ToUserName>other</ToUserName></xml>", "somebody else")]
    public async Task A_reply_that_WeChat_would_not_understand_is_told(string reply, string error)
    {
        _server.Answer = _ => (200, reply);
        var outcome = await _wechat.PostAsync(Person + "text", """{"text":"?","encrypted":false}""");
        Assert.Contains(error, (string)outcome["error"]!, StringComparison.Ordinal);
        Assert.Contains(_wechat.StandIn.Chat.After(_wechat.User.Openid, 0), m => m.Kind == "fault");
    }

    [Fact]
    public async Task A_repeated_message_is_the_same_and_a_replayed_call_too()
    {
        await _wechat.PostAsync(Person + "text", """{"text":"a","repeat":1,"encrypted":false}""");
        var calls = _server.Calls.ToArray();
        Assert.Equal(2, calls.Length);
        Assert.Equal(calls[0].Body, calls[1].Body);
        Assert.NotEqual(calls[0].Query["nonce"], calls[1].Query["nonce"]);

        _server.Calls.Clear();
        await _wechat.PostAsync(Person + "text", """{"text":"a","replay":true}""");
        calls = [.. _server.Calls];
        Assert.Equal(2, calls.Length);
        Assert.Equal((calls[0].Body, calls[0].Query["nonce"]), (calls[1].Body, calls[1].Query["nonce"]));
    }

    [Fact]
    public async Task A_server_is_verified_by_its_echo()
    {
        Assert.False((bool)(await _wechat.PostAsync("stand-in/verify"))["ok"]!);
        _server.Answer = call => (200, call.Query["echostr"]!);
        Assert.True((bool)(await _wechat.PostAsync("stand-in/verify"))["ok"]!);
    }

    [Fact]
    public async Task A_refusal_and_a_server_that_is_not_there_are_told()
    {
        _server.Answer = _ => (403, "");
        var refused = await _wechat.PostAsync(Person + "subscribe");
        Assert.Equal((403, 1), ((int)refused["status"]!, (int)refused["tries"]!));
        await _server.DisposeAsync();
        var away = await _wechat.PostAsync(Person + "subscribe");
        Assert.Equal((false, 2), ((bool)away["ok"]!, (int)away["tries"]!));
    }

    private XElement Open((IQueryCollection Query, string Body) call, bool encrypted)
    {
        var (account, query) = (_wechat.Account, call.Query);
        Assert.Equal(CallbackSignature.Of(account.Token, query["timestamp"]!, query["nonce"]!), query["signature"].ToString());
        var xml = XElement.Parse(call.Body);
        Assert.Equal(encrypted, query["encrypt_type"] == "aes");
        if (!encrypted) return xml;
        var text = xml.Element("Encrypt")!.Value;
        Assert.Equal(CallbackSignature.Of(account.Token, query["timestamp"]!, query["nonce"]!, text), query["msg_signature"].ToString());
        return XElement.Parse(new MessageCipher(account.EncodingAesKey!, account.AppId).Decrypt(text));
    }

    private string Reply(XElement asked, string text, bool encrypted)
    {
        var account = _wechat.Account;
        var reply = new XElement(
            "xml", new XElement("ToUserName", asked.Element("FromUserName")!.Value), new XElement("FromUserName", account.OriginalId), new XElement("CreateTime", 1),
            new XElement("MsgType", "text"), new XElement("Content", new XCData(text))).ToString();
        if (!encrypted) return reply;
        var body = new MessageCipher(account.EncodingAesKey!, account.AppId).Encrypt(reply);
        var signature = CallbackSignature.Of(account.Token, "1", "n", body);
        return $"<xml><Encrypt>{body}</Encrypt><MsgSignature>{signature}</MsgSignature><TimeStamp>1</TimeStamp><Nonce>n</Nonce></xml>";
    }
}
