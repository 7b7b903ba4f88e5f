using Npgsql;

namespace Sems.Storage.Postgres;

/// <summary>The pool of connections to a database.</summary>
internal static class PostgresConnections
{
    /// <summary>
    /// A commit is durable when it is answered, whatever the server's default; a process that hangs in a transaction does not hold
    /// its rows for ever.
    /// </summary>
    private const string Settings = """
        SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off';
        SET idle_in_transaction_session_timeout = '30s';
        """;

    /// <summary>Opens nothing yet.</summary>
    /// <param name="address">Where.</param>
    /// <param name="check">Looks at each new connection; may refuse it.</param>
    public static NpgsqlDataSource Open(PostgresAddress address, Func<NpgsqlConnection, Task>? check = null)
    {
        var builder = new NpgsqlDataSourceBuilder(address.Pooled());
        builder.UsePhysicalConnectionInitializer(_ => throw new NotSupportedException("connections are opened asynchronously"), async connection =>
        {
            await using var command = new NpgsqlCommand(Settings, connection);
            await command.ExecuteNonQueryAsync().ConfigureAwait(false);
            if (check is not null) await check(connection).ConfigureAwait(false);
        });
        return builder.Build();
    }
}
