using System.Collections.Immutable;
using Sems.GrainInterfaces;
using Sems.Storage.Registry;

namespace Sems.Grains.Registry;

/// <summary>Puts edits of fields into rows.</summary>
internal static class FieldEdits
{
    public static StudentRecord Over(this ImmutableArray<FieldEdit> edits, StudentRecord student) => edits.Aggregate(student, (s, edit) => edit.Field switch
    {
        "phone" => s with { Phone = edit.Text },
        "brand" => s with { Vehicle = s.Vehicle with { Brand = edit.Text } },
        "model" => s with { Vehicle = s.Vehicle with { Model = edit.Text } },
        "battery_type" => s with { Vehicle = s.Vehicle with { BatteryType = edit.Text } },
        "rated_voltage" => s with { Vehicle = s.Vehicle with { RatedVoltage = edit.Number } },
        "rated_ah" => s with { Vehicle = s.Vehicle with { RatedAh = edit.Number } },
        _ => throw new ArgumentException($"a student has no field {edit.Field}", nameof(edits)),
    });

    public static AmmeterGroupRecord Over(this ImmutableArray<FieldEdit> edits, AmmeterGroupRecord group) => edits.Aggregate(group, (g, edit) => edit.Field switch
    {
        "name" => g with { Name = edit.Text ?? g.Group },
        "latitude" => g with { Latitude = edit.Number },
        "longitude" => g with { Longitude = edit.Number },
        _ => throw new ArgumentException($"a station has no field {edit.Field}", nameof(edits)),
    });
}
