using Sems.Storage.Registry;

namespace Sems.Storage.Import;

/// <summary>What a row of a file makes of what is stored: as the statements of the registry do it.</summary>
internal static class RowMerge
{
    public static StudentRecord Over(this StudentChange change, StudentRecord? before)
    {
        var student = before ?? new StudentRecord(change.StudentNumber, null, null, null, false, null, Vehicle.Unknown);
        return student with
        {
            CardNumber = change.CardNumber ?? student.CardNumber,
            UserName = change.UserName ?? student.UserName,
            PasswordHash = change.PasswordHash ?? student.PasswordHash,
            Blocked = change.Blocked ?? student.Blocked,
            BlockedReason = change.Blocked == false ? null : student.BlockedReason,
            Phone = change.Phone ?? student.Phone,
            Vehicle = new Vehicle(
                change.Brand ?? student.Vehicle.Brand, change.Model ?? student.Vehicle.Model, change.BatteryType ?? student.Vehicle.BatteryType,
                change.RatedVoltage ?? student.Vehicle.RatedVoltage, change.RatedAh ?? student.Vehicle.RatedAh),
        };
    }

    public static AmmeterGroupRecord Over(this AmmeterGroupChange change, AmmeterGroupRecord? before)
    {
        var group = before ?? new AmmeterGroupRecord(change.Group, change.Group, null, null, null);
        return group with
        {
            Name = change.Name ?? group.Name,
            Latitude = change.Latitude ?? group.Latitude,
            Longitude = change.Longitude ?? group.Longitude,
            StationKeyHash = change.StationKeyHash ?? group.StationKeyHash,
        };
    }
}
