using System.Globalization;
using System.Net;
using System.Net.Mime;
using System.Text;
using System.Text.Json;
using Sems.Grains.Wechat;

namespace Sems.Silo.Wechat;

/// <summary>
/// WeChat's services over HTTP. It has a handler of its own, which writes no addresses into a log: they bear secrets. What it answers bears none.
/// </summary>
public sealed class WechatClient : IWechatApi, IDisposable
{
    /// <summary>Less than a push is waited for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private readonly WechatSettings _settings;
    private readonly HttpClient _http;

    /// <summary>For the account.</summary>
    public WechatClient(WechatSettings settings)
    {
        _settings = settings;
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = !new Uri(settings.ApiBase).IsLoopback,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5), // WeChat's addresses change
            ActivityHeadersPropagator = null,
        })
        {
            Timeout = Patience,
            MaxResponseContentBufferSize = 64 * 1024,
        };
    }

    /// <inheritdoc />
    public Task<WechatReply> TokenAsync(bool force, CancellationToken cancel = default)
    {
        var body = JsonSerializer.Serialize(new WechatTokenRequest("client_credential", _settings.AppId!, _settings.AppSecret, force), WechatJson.Default.WechatTokenRequest);
        return AskAsync(HttpMethod.Post, "/cgi-bin/stable_token", body, "access_token", "", cancel);
    }

    /// <inheritdoc />
    public Task<WechatReply> TicketAsync(string token, CancellationToken cancel = default) =>
        AskAsync(HttpMethod.Get, $"/cgi-bin/ticket/getticket?access_token={Uri.EscapeDataString(token)}&type=jsapi", null, "ticket", token, cancel);

    /// <inheritdoc />
    public Task<WechatReply> OpenidAsync(string code, CancellationToken cancel = default) => AskAsync(
        HttpMethod.Get, $"/sns/oauth2/access_token?appid={Uri.EscapeDataString(_settings.AppId!)}&secret={Uri.EscapeDataString(_settings.AppSecret)}" +
        $"&code={Uri.EscapeDataString(code)}&grant_type=authorization_code", null, "openid", "", cancel);

    /// <inheritdoc />
    public Task<WechatReply> SendAsync(string token, string json, CancellationToken cancel = default) =>
        AskAsync(HttpMethod.Post, $"/cgi-bin/message/template/send?access_token={Uri.EscapeDataString(token)}", json, null, token, cancel);

    /// <inheritdoc />
    public Task<WechatReply> CreateMenuAsync(string token, string json, CancellationToken cancel = default) =>
        AskAsync(HttpMethod.Post, $"/cgi-bin/menu/create?access_token={Uri.EscapeDataString(token)}", json, null, token, cancel);

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    /// <param name="wanted">The field of the reply that was asked for; null where success says it all.</param>
    /// <param name="token">What it is asked with, which an error must not repeat.</param>
    private async Task<WechatReply> AskAsync(HttpMethod method, string path, string? body, string? wanted, string token, CancellationToken cancel)
    {
        try
        {
            using var request = new HttpRequestMessage(method, _settings.ApiBase + path);
            if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, MediaTypeNames.Application.Json);
            using var response = await _http.SendAsync(request, cancel).ConfigureAwait(false);
            if (response.StatusCode != HttpStatusCode.OK)
                return new WechatReply(null, string.Create(CultureInfo.InvariantCulture, $"微信服务答复 HTTP {(int)response.StatusCode}"));
            return Read(await response.Content.ReadAsByteArrayAsync(cancel).ConfigureAwait(false), wanted, token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new WechatReply(null, string.Create(CultureInfo.InvariantCulture, $"微信服务 {Patience.TotalSeconds:0} 秒内没有答复"));
        }
        catch (HttpRequestException failure)
        {
            return new WechatReply(null, $"连不上微信服务（{failure.HttpRequestError}）");
        }
    }

    private WechatReply Read(byte[] json, string? wanted, string token)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object) return NotUnderstood();
            var code = root.TryGetProperty("errcode", out var number) && number.ValueKind == JsonValueKind.Number ? number.GetInt32() : (int?)null;
            if (code is { } fault and not 0) return new WechatReply(fault, Clean(root.TryGetProperty("errmsg", out var text) ? text.ToString() : "", token));
            if (wanted is null) return code == 0 ? new WechatReply(0, "ok") : NotUnderstood();
            if (!root.TryGetProperty(wanted, out var value) || value.ValueKind != JsonValueKind.String || value.GetString() is not { Length: > 0 } got) return NotUnderstood();
            var seconds = root.TryGetProperty("expires_in", out var lasts) && lasts.ValueKind == JsonValueKind.Number ? lasts.GetDouble() : 0;
            return new WechatReply(0, "ok", got, TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 86_400)));
        }
        catch (Exception failure) when (failure is JsonException or FormatException)
        {
            return NotUnderstood();
        }
    }

    private static WechatReply NotUnderstood() => new(null, "微信服务的答复无法识别");

    private string Clean(string message, string token)
    {
        if (_settings.AppSecret.Length > 0) message = message.Replace(_settings.AppSecret, "***", StringComparison.Ordinal);
        return token.Length > 0 ? message.Replace(token, "***", StringComparison.Ordinal) : message;
    }
}
