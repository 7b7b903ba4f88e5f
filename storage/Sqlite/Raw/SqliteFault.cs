using SQLitePCL;

namespace Sems.Storage.Sqlite.Raw;

/// <summary>An error SQLite reported, with its extended result code.</summary>
internal sealed class SqliteFault(int code, string message) : Exception($"SQLite {code}: {message}")
{
    /// <summary>The extended result code.</summary>
    public int Code { get; } = code;

    /// <summary>A row broke a constraint: the fault of what was written, not of the database.</summary>
    public bool IsConstraint => (Code & 0xFF) == raw.SQLITE_CONSTRAINT;

    /// <summary>The file is not what a database must be.</summary>
    public bool IsDamage => (Code & 0xFF) is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB;

    /// <summary>Another connection holds the lock.</summary>
    public bool IsBusy => (Code & 0xFF) is raw.SQLITE_BUSY or raw.SQLITE_LOCKED;
}
