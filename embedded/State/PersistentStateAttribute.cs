namespace Sems.Embedded;

/// <summary>On a constructor parameter of type <see cref="IPersistentState{TState}"/>: which state it is and where it is stored.</summary>
/// <param name="stateName">Name of the state within the grain.</param>
/// <param name="storageName">Key of the <see cref="IGrainStorage"/> service; without it, or a service of that key, the unkeyed one.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class PersistentStateAttribute(string stateName, string? storageName = null) : Attribute
{
    /// <summary>Name of the state within the grain.</summary>
    public string StateName { get; } = stateName;

    /// <summary>Key of the <see cref="IGrainStorage"/> service.</summary>
    public string? StorageName { get; } = storageName;
}
