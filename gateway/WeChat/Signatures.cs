using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Sems.Gateway.WeChat;

/// <summary>WeChat's signatures: SHA-1, in lower hexadecimal digits.</summary>
internal static class Signatures
{
    /// <summary>Of a callback: token, time, nonce and, where it is encrypted, the cipher text, sorted by their bytes and put together (接入指南; 消息加解密说明).</summary>
    public static string OfCallback(string token, string timestamp, string nonce, string? encrypted = null)
    {
        string[] words = encrypted is null ? [token, timestamp, nonce] : [token, timestamp, nonce, encrypted];
        Array.Sort(words, StringComparer.Ordinal);
        return Hash(string.Concat(words));
    }

    /// <summary>Of a page that configures the JS-SDK (JS-SDK 使用权限签名算法).</summary>
    /// <param name="ticket">jsapi_ticket.</param>
    /// <param name="nonce">As the page tells it.</param>
    /// <param name="timestamp">Unix seconds, as the page tells it.</param>
    /// <param name="url">The page's address, without what follows #.</param>
    public static string OfPage(string ticket, string nonce, long timestamp, string url) =>
        Hash(string.Create(CultureInfo.InvariantCulture, $"jsapi_ticket={ticket}&noncestr={nonce}&timestamp={timestamp}&url={url}"));

    /// <summary>Compares in a time that says nothing of where they differ.</summary>
    public static bool Same(string right, string? given) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(right), Encoding.UTF8.GetBytes(given));

#pragma warning disable CA5350 // WeChat's signatures are SHA-1
    private static string Hash(string text) => Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
}
