namespace Sems.GrainInterfaces;

/// <summary>A field of a student or a station with what it becomes; both null clear it.</summary>
/// <param name="Field">Its name: phone, brand, model, battery_type, rated_voltage, rated_ah; name, latitude, longitude.</param>
/// <param name="Text">Of a text.</param>
/// <param name="Number">Of a number: V, Ah, WGS-84 degrees.</param>
[GenerateSerializer, Immutable, Alias("sems.FieldEdit")]
public readonly record struct FieldEdit([property: Id(0)] string Field, [property: Id(1)] string? Text, [property: Id(2)] double? Number);
