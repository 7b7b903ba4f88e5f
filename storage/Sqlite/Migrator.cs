using System.Reflection;
using Sems.Storage.Sqlite.Raw;

namespace Sems.Storage.Sqlite;

/// <summary>A numbered script of the schema.</summary>
internal sealed record Migration(int Number, string Name, string Sql);

/// <summary>Brings a database to the newest schema, a transaction for each script.</summary>
internal sealed class Migrator(IReadOnlyList<Migration> migrations, TimeProvider time)
{
    /// <summary>The scripts of this version of SEMS, in order.</summary>
    public static IReadOnlyList<Migration> Embedded()
    {
        var assembly = typeof(Migrator).Assembly;
        return assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal))
            .Select(n => Read(assembly, n)).OrderBy(m => m.Number).ToList();
    }

    /// <summary>Applies what is missing.</summary>
    /// <exception cref="MigrationException">The schema is newer than this program, or a script failed.</exception>
    public void Migrate(SqliteDatabase database)
    {
        database.Execute("""
            CREATE TABLE IF NOT EXISTS schema_migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at_ms INTEGER NOT NULL)
            """);
        var applied = Applied(database);
        if (applied.Count > 0 && applied.Max > Newest) throw new MigrationException(TooNew(applied.Max));
        foreach (var migration in migrations)
            if (!applied.Contains(migration.Number)) Apply(database, migration);
    }

    /// <summary>Whether a database is just what this program reads: null, or what is the matter.</summary>
    public string? WhyNotCurrent(SqliteDatabase database)
    {
        using (var table = database.Statement("SELECT 1 FROM sqlite_schema WHERE name = 'schema_migrations'"))
            if (!table.Step()) return "the database is empty: the silo has yet to make its tables";
        var applied = Applied(database);
        if (applied.Count > 0 && applied.Max > Newest) return TooNew(applied.Max);
        return migrations.All(m => applied.Contains(m.Number))
            ? null
            : $"the database has schema {applied.Max}, this program needs {Newest}: the silo has yet to bring it up to date";
    }

    /// <summary>The newest script here, 0 when there is none.</summary>
    public int Newest => migrations.Count == 0 ? 0 : migrations[^1].Number;

    private string TooNew(int schema) =>
        $"the database has schema {schema}, this program knows {Newest}: it was made by a newer SEMS; run that version";

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
            throw new MigrationException($"schema script {migration.Name} failed, nothing of it was applied: {fault.Message}", fault);
        }
    }

    private static SortedSet<int> Applied(SqliteDatabase database)
    {
        var numbers = new SortedSet<int>();
        using var rows = database.Statement("SELECT number FROM schema_migrations");
        while (rows.Step()) numbers.Add(rows.Int(0));
        return numbers;
    }

    private static Migration Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        var name = resource.Split('.')[^2];
        return new Migration(int.Parse(name.AsSpan(0, 4)), name, reader.ReadToEnd());
    }
}
