namespace Sems.GrainInterfaces;

/// <summary>What WeChat gave, or why it gave nothing. It does not show itself as text: what it gave is a secret.</summary>
/// <param name="Value">The token, ticket or openid; null when there is none.</param>
/// <param name="Code">WeChat's errcode; null where it gave no answer at all.</param>
/// <param name="Fault">Why there is nothing, for operators; null when there is.</param>
[GenerateSerializer, Immutable, Alias("sems.WechatAnswer")]
public sealed record WechatAnswer([property: Id(0)] string? Value, [property: Id(1)] int? Code, [property: Id(2)] string? Fault)
{
    /// <summary>It gave this.</summary>
    public static WechatAnswer Of(string value) => new(value, 0, null);

    /// <summary>Without what it gave.</summary>
    public override string ToString() => Fault is null ? "WechatAnswer { }" : $"WechatAnswer {{ Code = {Code}, Fault = {Fault} }}";
}
