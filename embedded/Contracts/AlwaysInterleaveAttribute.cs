namespace Sems.Embedded;

/// <summary>On a method of a grain interface: its calls start at once, whatever else the grain is waiting for.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AlwaysInterleaveAttribute : Attribute;
