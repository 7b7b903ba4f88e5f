namespace Sems.Embedded;

/// <summary>Where grain states are kept. A service, keyed by storage name (see <see cref="PersistentStateAttribute"/>) or unkeyed.</summary>
public interface IGrainStorage
{
    /// <summary>Reads a record.</summary>
    /// <param name="grain">Whose state.</param>
    /// <param name="stateName">Which of its states.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>Null if nothing is stored.</returns>
    Task<GrainRecord?> ReadAsync(GrainId grain, string stateName, CancellationToken cancellationToken = default);

    /// <summary>Writes a record durably.</summary>
    /// <param name="grain">Whose state.</param>
    /// <param name="stateName">Which of its states.</param>
    /// <param name="payload">The serialized state.</param>
    /// <param name="etag">The version to replace; null if nothing may be stored yet.</param>
    /// <param name="cancellationToken">Stops waiting; the write may or may not happen.</param>
    /// <returns>The new version.</returns>
    /// <exception cref="InconsistentStateException">The stored version is not <paramref name="etag"/>.</exception>
    Task<string> WriteAsync(GrainId grain, string stateName, byte[] payload, string? etag, CancellationToken cancellationToken = default);

    /// <summary>Deletes a record; nothing happens if nothing is stored and <paramref name="etag"/> is null.</summary>
    /// <param name="grain">Whose state.</param>
    /// <param name="stateName">Which of its states.</param>
    /// <param name="etag">The version to delete.</param>
    /// <param name="cancellationToken">Stops waiting; the deletion may or may not happen.</param>
    /// <exception cref="InconsistentStateException">The stored version is not <paramref name="etag"/>.</exception>
    Task ClearAsync(GrainId grain, string stateName, string? etag, CancellationToken cancellationToken = default);
}
