using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Sems.Simulator.WeChat;
using Sems.Simulator.WeChat.Chat;

namespace Sems.Simulator.Tests.WeChat;

/// <summary>A stand-in with a client of its own.</summary>
public sealed class Wechat : IAsyncDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    private Wechat(WechatStandIn standIn) => (StandIn, _http.BaseAddress) = (standIn, standIn.Address);

    public WechatStandIn StandIn { get; }

    public HttpClient Http => _http;

    public WechatAccount Account => StandIn.Account;

    public WechatUser User => StandIn.Users.All[0];

    public static async Task<Wechat> StartAsync(WechatStandInOptions? options = null) => new(await WechatStandIn.StartAsync(options));

    public async Task<JsonObject> GetAsync(string path) => (await _http.GetFromJsonAsync<JsonObject>(path))!;

    public async Task<JsonObject> PostAsync(string path, string body = "{}")
    {
        using var response = await _http.PostAsync(path, new StringContent(body));
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();
    }

    public async Task<string> TokenAsync(bool force = false)
    {
        var reply = await PostAsync("cgi-bin/stable_token", $$"""
            {"grant_type":"client_credential","appid":"{{Account.AppId}}","secret":"{{Account.AppSecret}}","force_refresh":{{(force ? "true" : "false")}}}
            """);
        return (string)reply["access_token"]!;
    }

    public async Task<int> SendAsync(string token, string? number = null, string? openid = null, string? template = null, string data = """{"user":{"value":"jack"}}""")
    {
        var reply = await PostAsync("cgi-bin/message/template/send?access_token=" + token, $$"""
            {"touser":"{{openid ?? User.Openid}}","template_id":"{{template ?? WechatTemplate.Delay.Id}}","url":"http://127.0.0.1/wechat/","data":{{data}}{{(number is null ? "" : $",\"client_msg_id\":\"{number}\"")}}}
            """);
        return (int)reply["errcode"]!;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await StandIn.DisposeAsync();
    }
}
