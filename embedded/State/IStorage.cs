namespace Sems.Embedded.Core;

/// <summary>A stored state, whatever its type.</summary>
public interface IStorage
{
    /// <summary>Version of the stored record this state was read from or written as; null if there is none.</summary>
    string? Etag { get; }

    /// <summary>Whether a record is stored.</summary>
    bool RecordExists { get; }

    /// <summary>Deletes the stored record and makes the state a new one.</summary>
    /// <exception cref="InconsistentStateException">The record has another version by now.</exception>
    Task ClearStateAsync();

    /// <inheritdoc cref="ClearStateAsync()"/>
    /// <param name="cancellationToken">Stops waiting; the record may or may not be deleted.</param>
    Task ClearStateAsync(CancellationToken cancellationToken) => ClearStateAsync();

    /// <summary>Stores the state.</summary>
    /// <exception cref="InconsistentStateException">The record has another version by now.</exception>
    Task WriteStateAsync();

    /// <inheritdoc cref="WriteStateAsync()"/>
    /// <param name="cancellationToken">Stops waiting; the record may or may not be written.</param>
    Task WriteStateAsync(CancellationToken cancellationToken) => WriteStateAsync();

    /// <summary>Replaces the state by what is stored, or by a new one if nothing is.</summary>
    Task ReadStateAsync();

    /// <inheritdoc cref="ReadStateAsync()"/>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task ReadStateAsync(CancellationToken cancellationToken) => ReadStateAsync();
}
