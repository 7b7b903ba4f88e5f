using System.Collections.Concurrent;

namespace Sems.Engine.Tests.Support;

/// <summary>The script grains of one test: what they do when they come and go, and which came and went.</summary>
public sealed class Scene
{
    private readonly ConcurrentDictionary<ScriptGrain, string> _alive = new();
    private int _disposed;

    public Func<ScriptGrain, Task>? Activating { get; set; }

    public Func<ScriptGrain, Task>? Deactivating { get; set; }

    public ConcurrentQueue<(string Name, DeactivationReason Reason)> Endings { get; } = new();

    /// <summary>Grains between the end of their OnActivateAsync and the end of their OnDeactivateAsync.</summary>
    public int Alive => _alive.Count;

    /// <summary>Grain objects that were disposed.</summary>
    public int Disposed => _disposed;

    /// <summary>Deactivates all of them.</summary>
    public async Task ClearAsync()
    {
        Activating = Deactivating = null;
        foreach (var grain in _alive.Keys) ((IGrainBase)grain).GrainContext.Deactivate(new(DeactivationReasonCode.ApplicationRequested, "The test ends."));
        await Waiting.Until(() => Alive == 0);
    }

    internal async Task ActivateAsync(ScriptGrain grain)
    {
        if (Activating is { } activating) await activating(grain);
        _alive[grain] = grain.Name;
    }

    internal async Task DeactivateAsync(ScriptGrain grain, DeactivationReason reason)
    {
        Endings.Enqueue((grain.Name, reason));
        try
        {
            if (Deactivating is { } deactivating) await deactivating(grain);
        }
        finally
        {
            _alive.TryRemove(grain, out _);
        }
    }

    internal void Dispose(ScriptGrain grain)
    {
        _alive.TryRemove(grain, out _);
        Interlocked.Increment(ref _disposed);
    }
}
