namespace Sems.Embedded.Core;

/// <summary>A stored state.</summary>
/// <typeparam name="TState">Its type.</typeparam>
public interface IStorage<TState> : IStorage
{
    /// <summary>The state in memory: as stored, or new if nothing is stored. Changes last only once written.</summary>
    TState State { get; set; }
}
