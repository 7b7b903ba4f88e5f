namespace Sems.Embedded;

/// <summary>On a method of a grain interface: it changes nothing, and its calls may interleave with other read-only calls.</summary>
/// <remarks>
/// Here a plain call waits until all of them have ended. Orleans waits only for the one that began first: what follows an await in a
/// read-only method must not count on an unchanged grain.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ReadOnlyAttribute : Attribute;
