using System.Security.Cryptography;
using System.Text;

namespace Sems.Simulator.WeChat.Callback;

/// <summary>Signatures: SHA-1 over words of which the order is fixed, in small hexadecimal digits.</summary>
public static class CallbackSignature
{
    /// <summary>Signs a call: SHA-1 of the token, the time, the nonce and, where it is encrypted, the message, sorted by their bytes and put together.</summary>
    public static string Of(params string[] words)
    {
        var sorted = words.ToArray();
        Array.Sort(sorted, StringComparer.Ordinal);
        return Hash(string.Concat(sorted));
    }

    /// <summary>Signs a page for its script: SHA-1 of ticket, nonce, time and address, in this order and with their names.</summary>
    /// <param name="ticket">The account's ticket.</param>
    /// <param name="nonce">A word.</param>
    /// <param name="timestamp">Unix seconds.</param>
    /// <param name="url">The page's address without what follows the #.</param>
    public static string OfPage(string ticket, string nonce, string timestamp, string url) =>
        Hash($"jsapi_ticket={ticket}&noncestr={nonce}&timestamp={timestamp}&url={url}");

    // WeChat's signatures are SHA-1.
#pragma warning disable CA5350
    private static string Hash(string text) => Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
}
