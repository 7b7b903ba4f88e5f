namespace Sems.Storage.Registry;

/// <summary>A student of the roster. Registered means <see cref="UserName"/> is not null.</summary>
/// <param name="StudentNumber">学号, the key.</param>
/// <param name="CardNumber">The card that belongs to the student, or null.</param>
/// <param name="UserName">Chosen at registration; unique when not null.</param>
/// <param name="PasswordHash">ASP.NET Identity hash, or null.</param>
/// <param name="Blocked">被封: may not start.</param>
/// <param name="Phone">Telephone, or null.</param>
/// <param name="Vehicle">The bike's battery.</param>
/// <param name="BlockedReason">Why the student is blocked; null when not, or when nobody said.</param>
/// <param name="WechatOpenid">Who the student is in WeChat; unique, null when not bound.</param>
/// <param name="WechatBoundAt">Since when the openid is bound; null when none is, or when nobody wrote it down.</param>
/// <param name="Failures">Wrong passwords since the last right one.</param>
/// <param name="LockedUntil">Until when no password is looked at; may be past. Null when it is not locked.</param>
public sealed record StudentRecord(
    string StudentNumber, string? CardNumber, string? UserName, string? PasswordHash, bool Blocked, string? Phone, Vehicle Vehicle,
    string? BlockedReason = null, string? WechatOpenid = null, DateTimeOffset? WechatBoundAt = null, int Failures = 0, DateTimeOffset? LockedUntil = null);

/// <summary>A bike's battery as its owner describes it; null where not known.</summary>
/// <param name="Brand">品牌.</param>
/// <param name="Model">型号.</param>
/// <param name="BatteryType">lead_acid, lithium, or other text.</param>
/// <param name="RatedVoltage">V.</param>
/// <param name="RatedAh">Ah.</param>
public sealed record Vehicle(string? Brand, string? Model, string? BatteryType, double? RatedVoltage, double? RatedAh)
{
    /// <summary>Nothing known.</summary>
    public static readonly Vehicle Unknown = new(null, null, null, null, null);
}

/// <summary>A charging station. Coordinates are WGS-84 degrees.</summary>
/// <param name="StationKeyHash">Hash of the station's key, or null when it has none.</param>
/// <param name="RetiredAt">Since when it is out of service; null when it is in service.</param>
public sealed record AmmeterGroupRecord(
    string Group, string Name, double? Latitude, double? Longitude, string? StationKeyHash, DateTimeOffset? RetiredAt = null);

/// <summary>A meter with its socket.</summary>
public sealed record AmmeterRecord(string Group, string Ammeter, string Name);

/// <summary>Sizes of the registry.</summary>
public sealed record RegistryCounts(long Students, long Cards, long Groups, long Ammeters);

/// <summary>A row of students.csv: null columns are left as they are.</summary>
public sealed record StudentChange(
    string StudentNumber, string? CardNumber, string? UserName, string? PasswordHash, bool? Blocked, string? Phone,
    string? Brand, string? Model, string? BatteryType, double? RatedVoltage, double? RatedAh);

/// <summary>A row of stations.csv: null columns are left as they are.</summary>
public sealed record AmmeterGroupChange(string Group, string? Name, double? Latitude, double? Longitude, string? StationKeyHash);
