namespace Sems.Simulator.WeChat.Chat;

/// <summary>Somebody who uses WeChat.</summary>
/// <param name="Openid">Who they are to the account: 28 characters.</param>
/// <param name="Name">What they call themselves.</param>
/// <param name="Subscribed">Whether they follow the account.</param>
/// <param name="Latitude">Where they are, WGS-84, degrees.</param>
/// <param name="Longitude">Where they are, WGS-84, degrees.</param>
public sealed record WechatUser(string Openid, string Name, bool Subscribed = false, double Latitude = 31.4861, double Longitude = 120.2741)
{
    /// <summary>Three who do not follow the account yet.</summary>
    public static IReadOnlyList<WechatUser> Made { get; } =
    [
        new("oSEMS6stand-in_Zhang0000001A", "张小明"), new("oSEMS6stand-in_LiJing000002B", "李静", Latitude: 31.4838, Longitude: 120.2702), new("oSEMS6stand-in_Wang00000003C", "王浩然", Latitude: 31.4902, Longitude: 120.2768),
    ];
}
