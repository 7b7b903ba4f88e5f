namespace Sems.Embedded;

/// <summary>Marks a message or state type. Orleans generates a serializer for it; this engine never serializes messages.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum)]
public sealed class GenerateSerializerAttribute : Attribute
{
    /// <summary>Whether the parameters of a primary constructor are members too.</summary>
    public bool IncludePrimaryConstructorParameters { get; init; }
}
