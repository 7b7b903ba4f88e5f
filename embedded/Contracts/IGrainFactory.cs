namespace Sems.Embedded;

/// <summary>Makes grain references. A reference is cheap, never fails to be made, and activates nothing.</summary>
public interface IGrainFactory
{
    /// <summary>A reference to the grain with a key.</summary>
    /// <typeparam name="TGrainInterface">The public interface to call it by.</typeparam>
    /// <param name="primaryKey">The key.</param>
    /// <param name="grainClassNamePrefix">Must be null: one class implements an interface.</param>
    /// <exception cref="ArgumentException">No grain class, or more than one, implements the interface, or it is malformed.</exception>
    TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey;
}
