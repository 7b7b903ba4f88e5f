using Npgsql;
using Sems.Storage.Sql;

namespace Sems.Storage.Postgres;

/// <summary>Brings a database to the newest schema, a transaction for each script; of several processes one does it.</summary>
internal sealed class PostgresMigrator(IReadOnlyList<Migration> migrations, TimeProvider time)
{
    private readonly Migrations _scripts = new(migrations);

    /// <summary>The scripts of this version of SEMS, in order.</summary>
    public static IReadOnlyList<Migration> Embedded() => Migrations.Embedded("Postgres");

    /// <summary>Applies what is missing.</summary>
    /// <exception cref="MigrationException">The schema is newer than this program, or a script failed.</exception>
    public async Task MigrateAsync(NpgsqlConnection connection)
    {
        await RunAsync(connection, AdvisoryLocks.TakeMigration).ConfigureAwait(false);
        try
        {
            await RequireUtf8Async(connection).ConfigureAwait(false);
            await RunAsync(connection, Migrations.Table).ConfigureAwait(false);
            foreach (var migration in _scripts.Missing(await AppliedAsync(connection).ConfigureAwait(false)))
                await ApplyAsync(connection, migration).ConfigureAwait(false);
        }
        finally
        {
            await RunAsync(connection, AdvisoryLocks.GiveMigration).ConfigureAwait(false);
        }
    }

    /// <summary>Whether a database is just what this program reads: null, or what is the matter.</summary>
    public async Task<string?> WhyNotCurrentAsync(NpgsqlConnection connection)
    {
        await using var table = new NpgsqlCommand("SELECT to_regclass('schema_migrations') IS NOT NULL", connection);
        var there = (bool)(await table.ExecuteScalarAsync().ConfigureAwait(false))!;
        return _scripts.WhyNotCurrent(there ? await AppliedAsync(connection).ConfigureAwait(false) : null);
    }

    private async Task ApplyAsync(NpgsqlConnection connection, Migration migration)
    {
        try
        {
            await using var transaction = await connection.BeginTransactionAsync().ConfigureAwait(false);
            await RunAsync(connection, migration.Sql).ConfigureAwait(false);
            await new PostgresSession(connection).RunAsync("INSERT INTO schema_migrations (number, name, applied_at_ms) VALUES ($1, $2, $3)",
                migration.Number, migration.Name, time.GetUtcNow().ToUnixTimeMilliseconds()).ConfigureAwait(false);
            await transaction.CommitAsync().ConfigureAwait(false);
        }
        catch (PostgresException fault) when (!PostgresFault.IsBroken(fault))
        {
            throw Migrations.Failed(migration, fault);
        }
    }

    private static async Task RequireUtf8Async(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("SHOW server_encoding", connection);
        if (await command.ExecuteScalarAsync().ConfigureAwait(false) is string encoding and not "UTF8")
            throw new MigrationException($"the database keeps text as {encoding}: make one with ENCODING 'UTF8'");
    }

    private static async Task<IReadOnlySet<int>> AppliedAsync(NpgsqlConnection connection) =>
        (await new PostgresSession(connection).ListAsync("SELECT number FROM schema_migrations", row => row.Int(0)).ConfigureAwait(false)).ToHashSet();

    private static async Task RunAsync(NpgsqlConnection connection, string script)
    {
        await using var command = new NpgsqlCommand(script, connection) { CommandTimeout = 0 }; // a script on a large table takes its time
        await command.ExecuteNonQueryAsync().ConfigureAwait(false);
    }
}
