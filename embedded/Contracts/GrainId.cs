namespace Sems.Embedded;

/// <summary>Names one grain of the system.</summary>
/// <param name="Type">The grain type, such as <c>ammeter</c>.</param>
/// <param name="Key">The key within the type.</param>
public readonly record struct GrainId(string Type, string Key)
{
    /// <summary>Type and key, such as <c>ammeter/0001/000000000000</c>.</summary>
    public override string ToString() => $"{Type}/{Key}";
}
