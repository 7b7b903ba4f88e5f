using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Sems.GrainInterfaces;
using Sems.Simulator.WeChat;
using Sems.Simulator.WeChat.Callback;

namespace Sems.Gateway.Tests.WeChat;

/// <summary>A gateway with an official account at the stand-in, and Jack, who has bound it.</summary>
internal sealed class WechatCampus : IAsyncDisposable
{
    public const string Jack = "1030412535";

    private WechatCampus(WechatStandIn standIn, TestGateway gateway) => (StandIn, Gateway, Cipher) =
        (standIn, gateway, standIn.Account.EncodingAesKey is { } key ? new MessageCipher(key, standIn.Account.AppId) : null);

    public WechatStandIn StandIn { get; }

    public TestGateway Gateway { get; }

    public MessageCipher? Cipher { get; }

    public WechatAccount Account => StandIn.Account;

    /// <summary>Who Jack is in WeChat.</summary>
    public string Openid => StandIn.Users.All[0].Openid;

    public IStudentGrain Student => Gateway.Services.GetRequiredService<IGrainFactory>().GetGrain<IStudentGrain>(Jack);

    public static async Task<WechatCampus> StartAsync(bool encrypted = true, bool bound = true, params (string Key, string Value)[] more)
    {
        var standIn = await WechatStandIn.StartAsync(new WechatStandInOptions { Account = WechatAccount.MakeUp(encrypted) });
        var settings = WechatSettings.For(standIn, new Uri("http://127.0.0.1:1")).ToDictionary(s => s.Key.Replace("__", ":", StringComparison.Ordinal), s => s.Value);
        settings.Remove("Push:Channel");
        foreach (var (key, value) in more) settings[key] = value;
        var campus = new WechatCampus(standIn, await TestGateway.StartAsync([.. settings.Select(s => (s.Key, s.Value))]));
        standIn.Gateway = campus.Gateway.Client.Http.BaseAddress;
        using (await WebSession.StudentAsync(campus.Gateway))
        {
        }
        if (bound) await campus.Student.BindWechat(campus.Openid);
        return campus;
    }

    /// <summary>A request as WeChat makes it.</summary>
    public (string Query, string Body) Signed(string xml, string? token = null, DateTimeOffset? at = null, string? nonce = null, MessageCipher? cipher = null, string? encrypted = null)
    {
        var timestamp = (at ?? DateTimeOffset.UtcNow).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        (token, nonce) = (token ?? Account.Token, nonce ?? Guid.NewGuid().ToString("N"));
        var query = $"?signature={CallbackSignature.Of(token, timestamp, nonce)}&timestamp={timestamp}&nonce={nonce}&openid={Openid}";
        if (Cipher is null) return (query, xml);
        encrypted ??= (cipher ?? Cipher).Encrypt(xml);
        return (query + $"&encrypt_type=aes&msg_signature={CallbackSignature.Of(token, timestamp, nonce, encrypted)}", Outer(encrypted));
    }

    public static string Outer(string encrypted) => $"<xml><ToUserName><![CDATA[gh]]></ToUserName><Encrypt><![CDATA[{encrypted}]]></Encrypt></xml>";

    public async Task<(HttpStatusCode Status, string Text)> PostAsync(string query, string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "text/xml");
        using var response = await Gateway.Client.Http.PostAsync("/wechat/callback" + query, content);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        await StandIn.DisposeAsync();
    }
}
