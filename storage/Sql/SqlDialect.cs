namespace Sems.Storage.Sql;

/// <summary>Where the two databases say the same thing differently.</summary>
internal sealed class SqlDialect
{
    /// <summary>SQLite: one writer, no statistics.</summary>
    public static readonly SqlDialect Sqlite = new() { Join = "CROSS JOIN", ForUpdate = "", Slot = "1", _namesIndexes = true };

    /// <summary>PostgreSQL: many writers, a planner with statistics.</summary>
    public static readonly SqlDialect Postgres = new() { Join = "JOIN", ForUpdate = " FOR UPDATE", Slot = "1 + pg_backend_pid() % 32" };

    private bool _namesIndexes;

    /// <summary>Joins in the order in which the tables are written.</summary>
    public required string Join { get; init; }

    /// <summary>Behind a query: its rows stay as they are until the transaction ends.</summary>
    public required string ForUpdate { get; init; }

    /// <summary>Which row of a table of sums this transaction adds to, so that those of several silos seldom wait for each other.</summary>
    public required string Slot { get; init; }

    /// <summary>Behind a table: the index to use (SQLite, without statistics, cannot tell which finds fewer rows).</summary>
    public string Index(string name) => _namesIndexes ? " INDEXED BY " + name : "";
}
