using System.Reflection;

namespace Sems.Storage.Sql;

/// <summary>A numbered script of the schema.</summary>
internal sealed record Migration(int Number, string Name, string Sql);

/// <summary>The scripts of a database's schema, in order, and what they say about a database that has some of them.</summary>
internal sealed class Migrations(IReadOnlyList<Migration> all)
{
    /// <summary>Says which scripts a database has had; the same on every database.</summary>
    public const string Table = """
        CREATE TABLE IF NOT EXISTS schema_migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at_ms BIGINT NOT NULL)
        """;

    /// <summary>The scripts of this version of SEMS.</summary>
    /// <param name="folder">Sqlite or Postgres.</param>
    public static IReadOnlyList<Migration> Embedded(string folder)
    {
        var assembly = typeof(Migrations).Assembly;
        return assembly.GetManifestResourceNames().Where(n => n.Contains($".{folder}.Schema.", StringComparison.Ordinal))
            .Select(n => Read(assembly, n)).OrderBy(m => m.Number).ToList();
    }

    /// <summary>Those a database is yet to get.</summary>
    /// <exception cref="MigrationException">Its schema is newer than this program.</exception>
    public IEnumerable<Migration> Missing(IReadOnlySet<int> applied) => applied.Count > 0 && applied.Max() > Newest
        ? throw new MigrationException(TooNew(applied.Max()))
        : all.Where(m => !applied.Contains(m.Number));

    /// <summary>Whether a database is just what this program reads: null, or what is the matter.</summary>
    /// <param name="applied">Null: it does not have the table.</param>
    public string? WhyNotCurrent(IReadOnlySet<int>? applied)
    {
        if (applied is null) return "the database is empty: the silo has yet to make its tables";
        if (applied.Count > 0 && applied.Max() > Newest) return TooNew(applied.Max());
        return all.All(m => applied.Contains(m.Number))
            ? null
            : $"the database has schema {applied.DefaultIfEmpty().Max()}, this program needs {Newest}: the silo has yet to bring it up to date";
    }

    /// <summary>A script failed.</summary>
    public static MigrationException Failed(Migration migration, Exception fault) =>
        new($"schema script {migration.Name} failed, nothing of it was applied: {fault.Message}", fault);

    /// <summary>The newest script here, 0 when there is none.</summary>
    public int Newest => all.Count == 0 ? 0 : all[^1].Number;

    private string TooNew(int schema) =>
        $"the database has schema {schema}, this program knows {Newest}: it was made by a newer SEMS; run that version";

    private static Migration Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        var name = resource.Split('.')[^2];
        return new Migration(int.Parse(name.AsSpan(0, 4)), name, reader.ReadToEnd());
    }
}
