using Sems.Embedded.Core;

namespace Sems.Embedded;

/// <summary>A state of a grain, injected with <see cref="PersistentStateAttribute"/> and read before the grain activates.</summary>
/// <typeparam name="TState">Its type; has a constructor without parameters.</typeparam>
public interface IPersistentState<TState> : IStorage<TState>;
