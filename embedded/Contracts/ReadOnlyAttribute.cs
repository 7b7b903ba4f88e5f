namespace Sems.Embedded;

/// <summary>On a method of a grain interface: it changes nothing, and its calls may interleave with other read-only calls.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReadOnlyAttribute : Attribute;
