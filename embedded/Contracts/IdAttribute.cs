namespace Sems.Embedded;

/// <summary>The stable number of a member of a serialized type. Never reused.</summary>
/// <param name="id">Unique within the type.</param>
[AttributeUsage(
    AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum
    | AttributeTargets.Method)]
public sealed class IdAttribute(uint id) : Attribute
{
    /// <summary>Unique within the type.</summary>
    public uint Id { get; } = id;
}
