using Sems.GrainInterfaces;
using Sems.Storage.Registry;

namespace Sems.Gateway.Admin.Students;

/// <summary>Students.</summary>
public sealed record StudentPage(IReadOnlyList<StudentView> Items, long Total);

/// <summary>A student. Money is integer fen.</summary>
/// <param name="Registered">Has a user name.</param>
/// <param name="BlockedReason">Why blocked, or null.</param>
/// <param name="UnpaidFen">Unpaid bills added up.</param>
/// <param name="OpenChargeId">The latest charge that has not ended, or null.</param>
/// <param name="Standing">Whether the student may start a charge now; null in lists.</param>
public sealed record StudentView(
    string StudentNumber, string? CardNumber, string? UserName, bool Registered, bool Blocked, string? BlockedReason, string? Phone, VehicleView Vehicle,
    bool WechatBound, long UnpaidFen, long UnpaidBills, long? OpenChargeId, StandingView? Standing)
{
    internal static StudentView Of(StudentEntry entry) => Of(entry, null);

    internal static StudentView Of(StudentEntry entry, StudentStanding? standing)
    {
        var s = entry.Student;
        var vehicle = new VehicleView(s.Vehicle.Brand, s.Vehicle.Model, s.Vehicle.BatteryType, s.Vehicle.RatedVoltage, s.Vehicle.RatedAh);
        return new StudentView(
            s.StudentNumber, s.CardNumber, s.UserName, s.UserName is not null, s.Blocked, s.BlockedReason, s.Phone, vehicle, s.WechatOpenid is not null,
            entry.UnpaidFen, entry.UnpaidBills, entry.OpenChargeId,
            standing is null ? null : new StandingView([.. standing.Obstacles.Select(PageText.Word)], standing.ArrearsLimitFen, standing.SessionsAllowed));
    }
}

/// <summary>A bike's battery: V, Ah.</summary>
public sealed record VehicleView(string? Brand, string? Model, string? BatteryType, double? RatedVoltage, double? RatedAh);

/// <summary>Whether a student may start a charge now.</summary>
/// <param name="Obstacles">What is in the way, in the order in which a start is refused for it: not_registered, blocked, already_charging, arrears.</param>
/// <param name="ArrearsLimitFen">Fen; who owes more may not start. Null: no limit.</param>
/// <param name="SessionsAllowed">Open sessions a student may have.</param>
public sealed record StandingView(IReadOnlyList<string> Obstacles, long? ArrearsLimitFen, int SessionsAllowed);
