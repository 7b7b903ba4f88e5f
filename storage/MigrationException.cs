namespace Sems.Storage;

/// <summary>The database's schema cannot be brought to what this program needs; nothing was changed by the failing step.</summary>
public sealed class MigrationException : Exception
{
    /// <summary>Creates the exception with what is wrong.</summary>
    public MigrationException(string message, Exception? inner = null) : base(message, inner) { }
}
