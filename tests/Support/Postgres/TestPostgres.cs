using Sems.Bench.Processes;

namespace Sems.Tests.Support;

/// <summary>The PostgreSQL server of a test run: started for the first test that asks, it stops with the test process, however that ends.</summary>
internal static class TestPostgres
{
    private static readonly Lazy<Task<PostgresServer>> Server = new(() => PostgresServer.StartAsync());
    private static int _databases;

    /// <summary>The server; tests that stop it start one of their own.</summary>
    public static Task<PostgresServer> ServerAsync() => Server.Value;

    /// <summary>An empty database.</summary>
    public static async Task<(PostgresServer Server, string Name)> CreateDatabaseAsync()
    {
        var server = await ServerAsync();
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        await server.CreateDatabaseAsync(name);
        return (server, name);
    }
}
