using Npgsql;
using Sems.Bench.Processes;
using Sems.Storage.Postgres;

namespace Sems.Storage.Tests.Support;

/// <summary>A database of the test run's PostgreSQL server.</summary>
public sealed class PostgresTestDatabase : TestDatabase
{
    private readonly List<IAsyncDisposable> _opened = [];
    private (PostgresServer Server, string Name)? _made;

    internal override WriteFaults Faults { get; } = new(() => new IOException("connection reset (injected)"));

    /// <summary>Another way to open it.</summary>
    internal Func<PostgresStorageOptions, PostgresStorageOptions> Change { get; set; } = options => options;

    internal string ConnectionString => Made.Server.ConnectionString(Made.Name);

    internal PostgresStorageOptions Options =>
        Change(new PostgresStorageOptions { Address = PostgresAddress.Parse(ConnectionString), TimeProvider = Clock, Faults = Faults, SealAt = 48 });

    private (PostgresServer Server, string Name) Made => _made ?? throw new InvalidOperationException("the database is not made yet");

    public override async ValueTask DisposeAsync()
    {
        foreach (var storage in _opened) await storage.DisposeAsync();
        // The database goes with the server: dropping it now would cost a checkpoint.
    }

    internal override async Task<IDatabase> OpenAsync() => await OpenStorageAsync();

    internal async Task<PostgresStorage> OpenStorageAsync()
    {
        _made ??= await TestPostgres.CreateDatabaseAsync();
        var storage = await PostgresStorage.OpenAsync(Options);
        _opened.Add(storage);
        return storage;
    }

    /// <summary>The one that was killed is just left alone: it has no truth of its own.</summary>
    internal override Task<IDatabase> OpenAsKilledAsync() => OpenAsync();

    internal override IDatabaseReader OpenReader()
    {
        var reader = new PostgresStorageReader(PostgresAddress.Parse(ConnectionString));
        _opened.Add(reader);
        return reader;
    }

    internal override long Number(string sql)
    {
        using var connection = Connect();
        using var command = new NpgsqlCommand($"SELECT ({sql})::bigint", connection);
        return (long)command.ExecuteScalar()!;
    }

    internal override void Execute(string sql)
    {
        using var connection = Connect();
        using var command = new NpgsqlCommand(sql, connection);
        try
        {
            command.ExecuteNonQuery();
        }
        catch (PostgresException fault) when (fault.SqlState.StartsWith("23", StringComparison.Ordinal))
        {
            throw new InvalidOperationException(fault.Message, fault);
        }
    }

    internal NpgsqlConnection Connect()
    {
        var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
        connection.Open();
        return connection;
    }
}
