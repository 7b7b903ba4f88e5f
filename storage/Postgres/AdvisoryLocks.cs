namespace Sems.Storage.Postgres;

/// <summary>Locks of whole tasks, by numbers; of sessions, so a process that dies gives them back.</summary>
internal static class AdvisoryLocks
{
    /// <summary>Waits until nobody else brings the schema up to date.</summary>
    public const string TakeMigration = "SELECT pg_advisory_lock(1397050707, 2)";

    /// <summary>Gives it back.</summary>
    public const string GiveMigration = "SELECT pg_advisory_unlock(1397050707, 2)";

    /// <summary>Whether this process has the database to itself now.</summary>
    public const string TryAlone = "SELECT pg_try_advisory_lock(1397050707, 1)";
}
