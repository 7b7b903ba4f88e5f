namespace Sems.Storage.States;

/// <summary>State of grains as bytes, with optimistic concurrency.</summary>
public interface IGrainStateStore
{
    /// <summary>The state, or null when there is none.</summary>
    Task<StoredState?> ReadAsync(string grainType, string key);

    /// <summary>
    /// Writes the state and returns its new ETag; durable when the task completes.
    /// </summary>
    /// <param name="etag">The ETag read before, null for "there is none yet".</param>
    /// <exception cref="StateConflictException">Somebody else wrote in between; nothing was changed.</exception>
    Task<string> WriteAsync(string grainType, string key, ReadOnlyMemory<byte> payload, string? etag);

    /// <summary>Removes the state.</summary>
    /// <exception cref="StateConflictException">Somebody else wrote in between; nothing was changed.</exception>
    Task ClearAsync(string grainType, string key, string? etag);
}

/// <summary>A grain's stored state.</summary>
public sealed record StoredState(byte[] Payload, string Etag);

/// <summary>The state was changed by someone else since it was read.</summary>
public sealed class StateConflictException(string message) : Exception(message);
