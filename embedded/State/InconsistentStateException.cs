namespace Sems.Embedded;

/// <summary>A stored grain state is not the version the grain knows. The activation ends; the next one reads the state anew.</summary>
public class InconsistentStateException : Exception
{
    /// <summary>A conflict without details.</summary>
    public InconsistentStateException()
    {
    }

    /// <summary>A conflict described in words.</summary>
    /// <param name="message">The words.</param>
    public InconsistentStateException(string message)
        : base(message)
    {
    }

    /// <summary>A conflict the database reported.</summary>
    /// <param name="message">Words.</param>
    /// <param name="innerException">What the database reported.</param>
    public InconsistentStateException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>A conflict of two versions.</summary>
    /// <param name="errorMsg">Words.</param>
    /// <param name="storedEtag">The version stored.</param>
    /// <param name="currentEtag">The version the grain knows.</param>
    /// <param name="storageException">What the database reported, if it did.</param>
    public InconsistentStateException(string errorMsg, string? storedEtag, string? currentEtag, Exception? storageException = null)
        : base($"{errorMsg} (stored version: {storedEtag ?? "none"}, known version: {currentEtag ?? "none"})", storageException)
    {
        StoredEtag = storedEtag;
        CurrentEtag = currentEtag;
    }

    /// <summary>The version stored; null if none or unknown.</summary>
    public string? StoredEtag { get; }

    /// <summary>The version the grain knows; null if none.</summary>
    public string? CurrentEtag { get; }
}
