using Sems.Storage.Sql;
using Sems.Storage.Sqlite.Raw;

namespace Sems.Storage.Sqlite;

/// <summary>Brings a database to the newest schema, a transaction for each script.</summary>
internal sealed class Migrator(IReadOnlyList<Migration> migrations, TimeProvider time)
{
    private readonly Migrations _scripts = new(migrations);

    /// <summary>The scripts of this version of SEMS, in order.</summary>
    public static IReadOnlyList<Migration> Embedded() => Migrations.Embedded("Sqlite");

    /// <summary>Applies what is missing.</summary>
    /// <exception cref="MigrationException">The schema is newer than this program, or a script failed.</exception>
    public void Migrate(SqliteDatabase database)
    {
        database.Execute(Migrations.Table);
        foreach (var migration in _scripts.Missing(Applied(database))) Apply(database, migration);
    }

    /// <summary>Whether a database is just what this program reads: null, or what is the matter.</summary>
    public string? WhyNotCurrent(SqliteDatabase database)
    {
        bool there;
        using (var table = database.Statement("SELECT 1 FROM sqlite_schema WHERE name = 'schema_migrations'")) there = table.Step();
        return _scripts.WhyNotCurrent(there ? Applied(database) : null);
    }

    /// <inheritdoc cref="Migrations.Newest"/>
    public int Newest => _scripts.Newest;

    private void Apply(SqliteDatabase database, Migration migration)
    {
        try
        {
            database.Execute("BEGIN IMMEDIATE");
            database.Execute(migration.Sql);
            database.Statement("INSERT INTO schema_migrations (number, name, applied_at_ms) VALUES (?, ?, ?)")
                .With(migration.Number).With(migration.Name).With(time.GetUtcNow().ToUnixTimeMilliseconds()).Run();
            database.Execute("COMMIT");
        }
        catch (SqliteFault fault)
        {
            if (database.InTransaction) database.Execute("ROLLBACK");
            throw Migrations.Failed(migration, fault);
        }
    }

    private static SortedSet<int> Applied(SqliteDatabase database)
    {
        var numbers = new SortedSet<int>();
        using var rows = database.Statement("SELECT number FROM schema_migrations");
        while (rows.Step()) numbers.Add(rows.Int(0));
        return numbers;
    }
}
