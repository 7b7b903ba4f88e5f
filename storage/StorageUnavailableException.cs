namespace Sems.Storage;

/// <summary>
/// The database could not do what was asked (busy, full, I/O fault, shutting down). Nothing of the failed request was
/// stored; it may be retried.
/// </summary>
public sealed class StorageUnavailableException : Exception
{
    /// <summary>Creates the exception with what failed and why.</summary>
    public StorageUnavailableException(string message, Exception? inner = null) : base(message, inner) { }
}
