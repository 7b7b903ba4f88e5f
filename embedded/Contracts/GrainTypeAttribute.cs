namespace Sems.Embedded;

/// <summary>Names a grain class in storage and statistics; by default it is the class name without <c>Grain</c>, in lower case.</summary>
/// <param name="grainType">The name.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class GrainTypeAttribute(string grainType) : Attribute
{
    internal string Name { get; } = grainType;
}
