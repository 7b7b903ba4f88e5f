using Microsoft.Extensions.Configuration;
using Sems.Storage.Postgres;

namespace Sems.Silo;

/// <summary>
/// Which database SEMS runs on: <c>--storage</c>, else <c>Storage</c> of the environment, else of the data directory's settings, else
/// the SQLite file of the data directory.
/// </summary>
public static class StorageChoice
{
    /// <summary>Stands for the SQLite file of the data directory, the default.</summary>
    public const string Sqlite = "sqlite";

    private const string Name = "Storage";

    /// <summary>Reads it.</summary>
    /// <param name="given">What the command line says, or null.</param>
    /// <param name="directory">The data directory.</param>
    /// <returns>The PostgreSQL database; null for SQLite.</returns>
    /// <exception cref="FormatException">It is neither; the message does not repeat it.</exception>
    public static PostgresAddress? Read(string? given, DataDirectory directory)
    {
        var text = given ?? new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddJsonFile(directory.Settings, optional: true).AddEnvironmentVariables().Build()[Name];
        if (string.IsNullOrWhiteSpace(text) || text.Equals(Sqlite, StringComparison.OrdinalIgnoreCase)) return null;
        return PostgresAddress.Parse(text);
    }
}
