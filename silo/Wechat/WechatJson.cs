using System.Text.Json.Serialization;

namespace Sems.Silo.Wechat;

/// <summary>What stable_token is asked with.</summary>
internal sealed record WechatTokenRequest(string GrantType, string Appid, string Secret, bool ForceRefresh);

/// <summary>Its JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(WechatTokenRequest))]
internal sealed partial class WechatJson : JsonSerializerContext;
