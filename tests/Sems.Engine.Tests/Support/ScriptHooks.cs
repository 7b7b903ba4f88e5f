using System.Collections.Concurrent;

namespace Sems.Engine.Tests.Support;

/// <summary>What script grains do when they come and go.</summary>
public sealed class ScriptHooks
{
    public Func<ScriptGrain, Task>? Activating { get; set; }

    public Func<ScriptGrain, Task>? Deactivating { get; set; }

    public ConcurrentQueue<(string Key, DeactivationReason Reason)> Endings { get; } = new();

    public void Ended(string key, DeactivationReason reason) => Endings.Enqueue((key, reason));
}
