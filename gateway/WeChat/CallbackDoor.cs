using System.Globalization;
using System.Text;
using Sems.GrainInterfaces;
using Sems.Grains.Cluster;
using Sems.Grains.Wechat;

namespace Sems.Gateway.WeChat;

/// <summary>Lets in what WeChat sends, and nobody else: signature, time, encryption, and each request once.</summary>
internal sealed partial class CallbackDoor : IDisposable
{
    private const int LongestNonce = 64;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan BetweenLines = TimeSpan.FromMinutes(1);

    private readonly WechatSettings _settings;
    private readonly MachineClock _clock;
    private readonly ILogger<CallbackDoor> _log;
    private long _quietUntil;

    public CallbackDoor(WechatSettings settings, MachineClock clock, ILogger<CallbackDoor> log)
    {
        (_settings, _clock, _log) = (settings, clock, log);
        if (settings is { AppId: { } appId, EncodingAesKey: { } key }) Cipher = new CallbackCipher(key, appId);
    }

    /// <summary>Where messages are encrypted.</summary>
    public CallbackCipher? Cipher { get; }

    /// <summary>What is a request's own, for it to come once.</summary>
    public static string Identity(IQueryCollection query) => $"{query["timestamp"]} {query["nonce"]}";

    /// <summary>Whether the address is signed, and of now. Everything of a request that bears no message.</summary>
    public string? Fault(IQueryCollection query)
    {
        var (timestamp, nonce) = (query["timestamp"].ToString(), query["nonce"].ToString());
        if (nonce.Length is 0 or > LongestNonce || timestamp.Length > 12) return Refuse("no nonce or time");
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return Refuse("no time");
        if (!Signatures.Same(Signatures.OfCallback(_settings.Token, timestamp, nonce), query["signature"])) return Refuse("wrong signature: is WeChat:Token the one in WeChat's console?");
        return Math.Abs(_clock.Time.GetUtcNow().ToUnixTimeSeconds() - seconds) > Window.TotalSeconds ? Refuse("more than 5 minutes old or early: is this machine's clock right?") : null;
    }

    /// <summary>The message of a body, the address of which is right; null when it is refused.</summary>
    public CallbackMessage? Open(IQueryCollection query, byte[] body)
    {
        string xml;
        try
        {
            xml = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(body);
        }
        catch (DecoderFallbackException)
        {
            return Not("not UTF-8");
        }
        if (CallbackMessage.Read(xml) is not { } outer) return Not("not a message");
        if (query["encrypt_type"] != "aes")
            return Cipher is null ? outer : Not("not encrypted, though WeChat:EncodingAesKey is set: choose the safe mode in WeChat's console, or take the key away");
        if (Cipher is null) return Not("encrypted, but WeChat:EncodingAesKey is not set");
        if (outer["Encrypt"] is not { } encrypted) return Not("nothing encrypted in it");
        if (!Signatures.Same(Signatures.OfCallback(_settings.Token, query["timestamp"]!, query["nonce"]!, encrypted), query["msg_signature"])) return Not("wrong signature of the message");
        if (Cipher.Decrypt(encrypted) is not { } inner) return Not("cannot be decrypted: is WeChat:EncodingAesKey the one in WeChat's console?");
        return CallbackMessage.Read(inner) ?? Not("not a message inside");

        CallbackMessage? Not(string why)
        {
            Refuse(why);
            return null;
        }
    }

    /// <summary>Whether it has been here before, in any gateway.</summary>
    public Task<WechatAdmission> TakeAsync(IGrainFactory grains, string request, string? message) => Guard(grains).Take(request, message);

    /// <summary>It could not be done: it may come again.</summary>
    public Task ForgetAsync(IGrainFactory grains, string request, string? message) => Guard(grains).Forget(request, message);

    /// <inheritdoc />
    public void Dispose() => Cipher?.Dispose();

    private IWechatCallbackGrain Guard(IGrainFactory grains) => grains.GetGrain<IWechatCallbackGrain>(_settings.AppId!);

    /// <summary>Says so in the log, once a minute at most: whoever sets the account up must be able to see what is wrong.</summary>
    private string Refuse(string why)
    {
        var now = _clock.Time.GetUtcNow().UtcTicks;
        var until = Interlocked.Read(ref _quietUntil);
        if (now >= until && Interlocked.CompareExchange(ref _quietUntil, now + BetweenLines.Ticks, until) == until) LogRefused(why);
        return why;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A callback was refused, as others may have been in this minute: {Why}")]
    private partial void LogRefused(string why);
}
