using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Sems.Simulator.WeChat.Callback;

/// <summary>WeChat's side of the callback: signs, encrypts, calls the account's server and reads its replies. Safe for concurrent use.</summary>
public sealed class CallbackClient(WechatAccount account, TimeSpan patience, int tries, TimeProvider time) : IDisposable
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false }) { Timeout = patience };
    private readonly MessageCipher? _cipher = account.EncodingAesKey is { } key ? new MessageCipher(key, account.AppId) : null;

    /// <summary>Asks the server to show that it knows the token, as WeChat does when its address is entered.</summary>
    public async Task<CallbackOutcome> VerifyAsync(Uri gateway, CancellationToken cancellation)
    {
        var echo = RandomNumberGenerator.GetString("0123456789", 19);
        var (status, body, error) = await TryAsync(HttpMethod.Get, new Uri(gateway, "wechat/callback?" + Signed() + "&echostr=" + echo), null, cancellation).ConfigureAwait(false);
        return new CallbackOutcome(status, 1, body, Error: error ?? (body == echo ? null : "the server did not echo what it was sent"));
    }

    /// <summary>Tells the server something.</summary>
    /// <exception cref="InvalidOperationException">It is to be encrypted, and the account has no key.</exception>
    public async Task<CallbackOutcome> SendAsync(Uri gateway, CallbackEvent what, CallbackMode mode, CancellationToken cancellation)
    {
        var cipher = (mode.Encrypted ?? _cipher is not null) ? _cipher ?? throw new InvalidOperationException("the account has no EncodingAESKey") : null;
        var xml = what.ToXml(account.OriginalId, time.GetUtcNow().ToUnixTimeSeconds());
        var outcome = await OfferAsync().ConfigureAwait(false);
        for (var more = 0; more < mode.Repeat; more++) outcome = await OfferAsync().ConfigureAwait(false);
        return outcome;

        async Task<CallbackOutcome> OfferAsync()
        {
            for (var tried = 1; ; tried++)
            {
                var (address, body) = Write(gateway, what.Openid, xml, cipher);
                var (status, answer, error) = await TryAsync(HttpMethod.Post, address, body, cancellation).ConfigureAwait(false);
                if (mode.Replay && status is not null) (status, answer, error) = await TryAsync(HttpMethod.Post, address, body, cancellation).ConfigureAwait(false);
                if (status is not null || tried >= tries) return Read(what, status, tried, answer, error, cipher);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private (Uri Address, string Body) Write(Uri gateway, string openid, string xml, MessageCipher? cipher)
    {
        var (timestamp, nonce) = Fresh();
        var query = $"signature={CallbackSignature.Of(account.Token, timestamp, nonce)}&timestamp={timestamp}&nonce={nonce}&openid={WebUtility.UrlEncode(openid)}";
        if (cipher is null) return (new Uri(gateway, "wechat/callback?" + query), xml);
        var encrypted = cipher.Encrypt(xml);
        query += $"&encrypt_type=aes&msg_signature={CallbackSignature.Of(account.Token, timestamp, nonce, encrypted)}";
        return (new Uri(gateway, "wechat/callback?" + query), $"<xml><ToUserName><![CDATA[{account.OriginalId}]]></ToUserName><Encrypt><![CDATA[{encrypted}]]></Encrypt></xml>");
    }

    private string Signed()
    {
        var (timestamp, nonce) = Fresh();
        return $"signature={CallbackSignature.Of(account.Token, timestamp, nonce)}&timestamp={timestamp}&nonce={nonce}";
    }

    private (string Timestamp, string Nonce) Fresh() =>
        (time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), RandomNumberGenerator.GetString(Letters, 10));

    private CallbackOutcome Read(CallbackEvent what, int? status, int tried, string? answer, string? error, MessageCipher? cipher)
    {
        if (error is not null || status is null) return new CallbackOutcome(status, tried, answer, Error: error);
        try
        {
            return new CallbackOutcome(status, tried, answer, PassiveReply.Read(answer!, what, account, cipher));
        }
        catch (FormatException e)
        {
            return new CallbackOutcome(status, tried, answer, Error: e.Message);
        }
    }

    private async Task<(int? Status, string? Body, string? Error)> TryAsync(HttpMethod method, Uri address, string? xml, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, address);
        if (xml is not null) request.Content = new StringContent(xml, Encoding.UTF8, "text/xml");
        try
        {
            using var response = await _http.SendAsync(request, cancellation).ConfigureAwait(false);
            var body = await response.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false);
            var status = (int)response.StatusCode;
            return (status, body, status == 200 ? null : $"the server answered with status {status}");
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return (null, null, e is HttpRequestException ? $"the server was not reached: {e.Message}" : $"the server did not answer within {patience.TotalSeconds:0.#} s");
        }
    }
}
