using System.Text.Json.Serialization;

namespace Sems.Gateway.WeChat;

/// <summary>What a page gives to <c>wx.config</c>.</summary>
/// <param name="AppId">The account.</param>
/// <param name="Script">Where the JS-SDK is.</param>
/// <param name="Timestamp">Unix seconds.</param>
/// <param name="Nonce">A word made up for this.</param>
/// <param name="Signature">Of these for that page.</param>
/// <param name="Apis">What it may use: jsApiList.</param>
public sealed record ScriptConfigView(string AppId, string Script, long Timestamp, string Nonce, string Signature, IReadOnlyList<string> Apis);

/// <summary>Its JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ScriptConfigView))]
internal sealed partial class WechatJson : JsonSerializerContext;
