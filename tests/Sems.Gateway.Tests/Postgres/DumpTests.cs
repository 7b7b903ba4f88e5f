using System.Diagnostics;
using Npgsql;
using Sems.Bench.Processes;

namespace Sems.Gateway.Tests.Postgres;

/// <summary>The way to back PostgreSQL up that the documentation tells: pg_dump of a running system, pg_restore, a start.</summary>
public sealed class DumpTests
{
    private const string Group = "0001", Meter = "0001", Card = "5sdf87e4";

    [Fact]
    public async Task A_dump_of_a_running_system_is_that_system_when_it_is_restored()
    {
        using var directory = new TempDirectory();
        var (server, name) = await TestPostgres.CreateDatabaseAsync();
        var (other, copy) = await TestPostgres.CreateDatabaseAsync();
        var database = server.ConnectionString(name);
        await using var gateway = await TestGateway.StartAsync(options => options with { Storage = database });
        (await gateway.Client.StartAsync("rose-card", Group, "0002")).MustBeDone();
        (await gateway.Client.EndAsync("rose-card", Group, "0002")).MustBeDone();
        (await gateway.Client.StartAsync(Card, Group, Meter)).MustBeDone();
        for (var i = 0; i < 120; i++) (await SampleAsync(gateway, i)).MustBeDone();
        await gateway.Client.ControlAsync(Group, "0003", "lock");
        var map = (await gateway.Client.PollAsync(Group)).Text;

        await RunAsync("pg_dump", "--format=custom", $"--file={directory["sems.dump"]}", Uri(database));
        (await SampleAsync(gateway, 120)).MustBeDone(); // after it: not in it
        await gateway.CloseAsync();
        await RunAsync("pg_restore", "--clean", "--if-exists", "--no-owner", "--exit-on-error", $"--dbname={Uri(other.ConnectionString(copy))}", directory["sems.dump"]);

        database = other.ConnectionString(copy);
        await gateway.RestartAsync();
        Assert.Equal(map, (await gateway.Client.PollAsync(Group)).Text);
        var open = Assert.Single(await gateway.Client.ChargesAsync("?status=open")).GetProperty("id").GetInt64();
        Assert.Equal(120, (await gateway.Client.CurveAsync(open)).Length);
        (await SampleAsync(gateway, 120)).MustBeDone();
        (await gateway.Client.EndAsync(Card, Group, Meter)).MustBeDone();
        Assert.Equal(2, (await gateway.Client.AdminAsync("/api/admin/overview")).Json.GetProperty("bills").GetInt64());
        Assert.Equal(2, (await gateway.Client.AdminAsync("/api/admin/pushes")).Json.GetProperty("total").GetInt64());
    }

    private static Task<Reply> SampleAsync(TestGateway gateway, int i) =>
        gateway.Client.SampleAsync(Group, Meter, 1.5, i, TestGateway.Beginning.ToUnixTimeSeconds() + (10 * i));

    private static Task RunAsync(string program, params string[] arguments)
    {
        var beside = Path.Combine(PostgresPrograms.Find().Directory, program); // the server's own, else the one on the PATH
        var start = new ProcessStartInfo(File.Exists(beside) ? beside : program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        return PostgresPrograms.RunAsync(start);
    }

    private static string Uri(string connection)
    {
        var given = new NpgsqlConnectionStringBuilder(connection);
        return $"postgresql://{given.Username}:{given.Password}@{given.Host}:{given.Port}/{given.Database}";
    }
}
