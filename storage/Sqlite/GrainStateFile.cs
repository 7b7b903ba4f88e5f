using Sems.Storage.Sqlite.Raw;

namespace Sems.Storage.Sqlite;

/// <summary>
/// A SQLite file with grain states: SEMS's own database, where the embedded engine has them, or the file of their own that
/// Orleans uses. The table is the same in both.
/// </summary>
public static class GrainStateFile
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private const string Table = """
        CREATE TABLE IF NOT EXISTS grain_states (
            grain_type    TEXT NOT NULL,
            grain_key     TEXT NOT NULL,
            version       INTEGER NOT NULL,
            payload       BLOB,
            updated_at_ms INTEGER NOT NULL,
            PRIMARY KEY (grain_type, grain_key)
        ) WITHOUT ROWID;
        """;

    /// <summary>Creates the file where it is missing, with the table and what else the script makes, all or nothing.</summary>
    /// <exception cref="StorageUnavailableException">The file cannot be used.</exception>
    public static void Create(string path, string script) => Change(path, database => InTransaction(database, Table + script));

    /// <summary>Makes the states of one file those of another; what the other had is gone. All or nothing, and durable.</summary>
    /// <returns>How many states there are.</returns>
    /// <exception cref="StorageUnavailableException">A file is missing or cannot be used.</exception>
    public static long Copy(string from, string to)
    {
        if (!File.Exists(from)) throw new StorageUnavailableException($"The grain states {from} are missing");
        var copied = 0L;
        Change(to, database =>
        {
            database.Statement("ATTACH DATABASE ? AS other").With(from).Run();
            InTransaction(database, Table + """
                DELETE FROM main.grain_states;
                INSERT INTO main.grain_states (grain_type, grain_key, version, payload, updated_at_ms)
                SELECT grain_type, grain_key, version, payload, updated_at_ms FROM other.grain_states WHERE payload IS NOT NULL;
                """);
            using var count = database.Statement("SELECT count(*) FROM main.grain_states");
            count.Step();
            copied = count.Long(0);
        });
        return copied;
    }

    private static void Change(string path, Action<SqliteDatabase> change)
    {
        try
        {
            using var database = SqliteDatabase.OpenWriter(path, Patience, checkpointPages: 1000);
            change(database);
        }
        catch (SqliteFault fault)
        {
            throw new StorageUnavailableException($"The grain states {path} cannot be used: {fault.Message}", fault);
        }
    }

    private static void InTransaction(SqliteDatabase database, string script)
    {
        database.Execute("BEGIN IMMEDIATE");
        database.Execute(script);
        database.Execute("COMMIT");
    }
}
