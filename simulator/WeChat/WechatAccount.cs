using System.Security.Cryptography;

namespace Sems.Simulator.WeChat;

/// <summary>What an official account has been given by WeChat, and what it has agreed with it for the callback.</summary>
/// <param name="AppId">"wx" and 16 hexadecimal digits.</param>
/// <param name="AppSecret">32 hexadecimal digits.</param>
/// <param name="Token">The callback's word for signatures.</param>
/// <param name="EncodingAesKey">43 characters; null where messages are not encrypted.</param>
/// <param name="OriginalId">The account's own name in messages, "gh_" and 12 hexadecimal digits.</param>
public sealed record WechatAccount(string AppId, string AppSecret, string Token, string? EncodingAesKey, string OriginalId)
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>An account that no one else has: every part of it is random.</summary>
    /// <param name="encrypted">Whether its messages can be encrypted.</param>
    public static WechatAccount MakeUp(bool encrypted = true) => new(
        "wx" + RandomNumberGenerator.GetHexString(16, lowercase: true),
        RandomNumberGenerator.GetHexString(32, lowercase: true),
        RandomNumberGenerator.GetString(Letters, 24),
        encrypted ? RandomNumberGenerator.GetString(Letters, 43) : null,
        "gh_" + RandomNumberGenerator.GetHexString(12, lowercase: true));
}
