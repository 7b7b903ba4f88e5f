using Sems.Storage.Registry;

namespace Sems.Gateway.Admin.Students;

/// <summary>Students.</summary>
public sealed record StudentPage(IReadOnlyList<StudentView> Items, long Total);

/// <summary>A student. Money is integer fen.</summary>
/// <param name="Registered">Has a user name.</param>
/// <param name="BlockedReason">Why blocked, or null.</param>
/// <param name="UnpaidFen">Unpaid bills added up.</param>
/// <param name="OpenChargeId">The latest charge that has not ended, or null.</param>
public sealed record StudentView(
    string StudentNumber, string? CardNumber, string? UserName, bool Registered, bool Blocked, string? BlockedReason, string? Phone, VehicleView Vehicle,
    bool WechatBound, long UnpaidFen, long UnpaidBills, long? OpenChargeId)
{
    internal static StudentView Of(StudentEntry entry)
    {
        var s = entry.Student;
        var vehicle = new VehicleView(s.Vehicle.Brand, s.Vehicle.Model, s.Vehicle.BatteryType, s.Vehicle.RatedVoltage, s.Vehicle.RatedAh);
        return new StudentView(
            s.StudentNumber, s.CardNumber, s.UserName, s.UserName is not null, s.Blocked, s.BlockedReason, s.Phone, vehicle, s.WechatOpenid is not null,
            entry.UnpaidFen, entry.UnpaidBills, entry.OpenChargeId);
    }
}

/// <summary>A bike's battery: V, Ah.</summary>
public sealed record VehicleView(string? Brand, string? Model, string? BatteryType, double? RatedVoltage, double? RatedAh);
