using System.Globalization;

namespace Sems.Embedded;

/// <summary>Keeps grain states in memory, for tests and trials.</summary>
public sealed class InMemoryGrainStorage : IGrainStorage
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(GrainId Grain, string State), GrainRecord> _records = [];
    private long _version;

    /// <summary>Number of records stored.</summary>
    public int Count
    {
        get
        {
            lock (_gate) return _records.Count;
        }
    }

    /// <inheritdoc/>
    public Task<GrainRecord?> ReadAsync(GrainId grain, string stateName, CancellationToken cancellationToken = default)
    {
        lock (_gate) return Task.FromResult(_records.GetValueOrDefault((grain, stateName)));
    }

    /// <inheritdoc/>
    public Task<string> WriteAsync(
        GrainId grain, string stateName, byte[] payload, string? etag, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            if (Conflict(grain, stateName, etag) is { } conflict) return Task.FromException<string>(conflict);
            var next = (++_version).ToString(CultureInfo.InvariantCulture);
            _records[(grain, stateName)] = new GrainRecord(payload, next);
            return Task.FromResult(next);
        }
    }

    /// <inheritdoc/>
    public Task ClearAsync(GrainId grain, string stateName, string? etag, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            if (Conflict(grain, stateName, etag) is { } conflict) return Task.FromException(conflict);
            _records.Remove((grain, stateName));
            return Task.CompletedTask;
        }
    }

    private InconsistentStateException? Conflict(GrainId grain, string stateName, string? etag)
    {
        var stored = _records.GetValueOrDefault((grain, stateName))?.Etag;
        return stored == etag
            ? null
            : new InconsistentStateException($"State '{stateName}' of {grain} was changed by another.", stored, etag);
    }
}
