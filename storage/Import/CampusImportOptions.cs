namespace Sems.Storage.Import;

/// <summary>How secrets in the files become hashes. They are called from several threads.</summary>
public sealed record CampusImportOptions
{
    /// <summary>A student's password to its hash.</summary>
    public required Func<string, string> HashPassword { get; init; }

    /// <summary>A station's key to its hash.</summary>
    public required Func<string, string> HashStationKey { get; init; }

    /// <summary>
    /// Whether a stored hash (first) belongs to a password (second): then the row changes nothing and is not hashed anew.
    /// Null: every password is hashed.
    /// </summary>
    public Func<string, string, bool>? VerifyPassword { get; init; }
}
