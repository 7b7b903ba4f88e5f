using System.Text.Json;
using Sems.Gateway.Admin.Students;
using Sems.Gateway.Student.Reading;

namespace Sems.Gateway.Student.Access;

/// <summary>A student of the roster who registers.</summary>
/// <param name="StudentNumber">学号.</param>
/// <param name="CardNumber">The card of that student.</param>
/// <param name="UserName">To sign in with; 1 to 45 letters, digits, dots, underscores, hyphens or @.</param>
/// <param name="Password">10 to 128 characters; neither name nor number, none that everybody tries first.</param>
public sealed record RegisterRequest(string? StudentNumber, string? CardNumber, string? UserName, string? Password);

/// <summary>Whoever asks for something that cannot be undone shows the password again.</summary>
public sealed record EraseRequest(string? Password);

/// <summary>Changes of oneself: a field that is not there stays, null or an empty text clears it.</summary>
public sealed record MeRequest(JsonElement Phone, JsonElement Brand, JsonElement Model, JsonElement BatteryType, JsonElement RatedVoltage, JsonElement RatedAh);

/// <summary>The student who asks.</summary>
/// <param name="BlockedReason">Why blocked; null when not, or when nobody said.</param>
public sealed record MeView(
    string StudentNumber, string UserName, string? CardNumber, string? Phone, VehicleView Vehicle, bool Blocked, string? BlockedReason, MeWechatView Wechat,
    MeStandingView Standing);

/// <summary>Whether the student is bound to WeChat.</summary>
/// <param name="Follows">Whether the student follows the official account; null when WeChat has not told.</param>
public sealed record MeWechatView(bool Bound, bool? Follows);

/// <summary>Whether the student may start a charge now.</summary>
/// <param name="Obstacles">What is in the way, in the order in which a start is refused for it.</param>
/// <param name="ArrearsLimitFen">Fen; who owes more may not start. Null: no limit.</param>
public sealed record MeStandingView(IReadOnlyList<ObstacleView> Obstacles, long? ArrearsLimitFen);

/// <summary>A command to the socket of one's own session.</summary>
/// <param name="Action">on or off.</param>
public sealed record StudentControlRequest(string? Action);

/// <summary>What was left in the battery when the charge began.</summary>
/// <param name="Percent">0 to 100; null takes it back.</param>
public sealed record LeftRequest(JsonElement Percent);
