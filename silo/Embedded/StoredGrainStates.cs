using Sems.Storage.States;

namespace Sems.Silo.Embedded;

/// <summary>Keeps the embedded engine's grain states in SEMS's own database.</summary>
internal sealed class StoredGrainStates(IGrainStateStore states) : IGrainStorage
{
    public async Task<GrainRecord?> ReadAsync(GrainId grain, string stateName, CancellationToken cancellationToken = default) =>
        await states.ReadAsync(stateName, grain.Key) is { } stored ? new GrainRecord(stored.Payload, stored.Etag) : null;

    public async Task<string> WriteAsync(GrainId grain, string stateName, byte[] payload, string? etag, CancellationToken cancellationToken = default)
    {
        try
        {
            return await states.WriteAsync(stateName, grain.Key, payload, etag);
        }
        catch (StateConflictException conflict)
        {
            throw new InconsistentStateException(conflict.Message, conflict);
        }
    }

    public async Task ClearAsync(GrainId grain, string stateName, string? etag, CancellationToken cancellationToken = default)
    {
        try
        {
            await states.ClearAsync(stateName, grain.Key, etag);
        }
        catch (StateConflictException conflict)
        {
            throw new InconsistentStateException(conflict.Message, conflict);
        }
    }
}
