using Npgsql;
using Sems.Bench.Processes;
using Sems.Gateway.Hosting;
using Sems.Gateway.Tests.Rules;
using Sems.Gateway.Tests.Upkeep;
using Sems.Silo;
using Sems.Storage;
using Sems.Storage.Outbox;

namespace Sems.Gateway.Tests.Postgres;

/// <summary>The whole product on PostgreSQL.</summary>
public sealed class PostgresGatewayTests
{
    private const string Group = "0001", Meter = "0001", Card = "5sdf87e4";

    [Fact]
    public async Task A_charge_goes_from_start_to_bill_across_a_restart()
    {
        await using var gateway = await StartAsync(await DatabaseAsync());
        (await gateway.Client.StartAsync(Card, Group, Meter)).MustBeDone();
        for (var i = 0; i < 120; i++) (await SampleAsync(gateway, i)).MustBeDone();
        await gateway.Client.ControlAsync(Group, "0003", "lock");
        var map = (await gateway.Client.PollAsync(Group)).Text;
        await gateway.RestartAsync();
        Assert.Equal(map, (await gateway.Client.PollAsync(Group)).Text);
        (await SampleAsync(gateway, 119)).MustBeDone(); // again
        (await SampleAsync(gateway, 120)).MustBeDone();
        gateway.Clock.Advance(TimeSpan.FromHours(2));
        (await gateway.Client.EndAsync(Card, Group, Meter)).MustBeDone();
        (await gateway.Client.EndAsync(Card, Group, Meter)).MustBeDone();
        var charge = Assert.Single(await gateway.Client.ChargesAsync());
        Assert.Equal(121, charge.GetProperty("samples").GetInt32());
        Assert.Equal(121, (await gateway.Client.CurveAsync(charge.GetProperty("id").GetInt64())).Length);
        Assert.Equal(100, charge.GetProperty("bill").GetProperty("fen").GetInt64());
        var overview = (await gateway.Client.AdminAsync("/api/admin/overview")).Json;
        Assert.Equal(1, overview.GetProperty("bills").GetInt64());
        Assert.Equal(121, overview.GetProperty("samples").GetInt64());
        Assert.False(File.Exists(Path.Combine(gateway.Data, "sems.db")));
    }

    [Fact]
    public async Task A_charge_that_goes_wrong_leaves_alarm_decision_pushes_and_the_change_of_its_limit()
    {
        var (server, name) = await TestPostgres.CreateDatabaseAsync();
        await using var gateway = await StartAsync(server.ConnectionString(name));
        var evening = new Evening(gateway);
        var change = await gateway.Client.AdminSendAsync(
            HttpMethod.Put, $"/api/admin/stations/{Group}/settings", """{"version":0,"settings":{"rules":{"over_current":{"limit":8}}}}""");
        Assert.Equal(200, (int)change.Status);
        var id = await evening.StartAsync();
        await evening.ChargeAsync(3, 1.7);
        await evening.ChargeAsync(3, 9);
        Assert.Equal("locked", await evening.StateAsync());
        await gateway.RestartAsync();
        Assert.Equal("over_current", Assert.Single(await evening.AlarmsAsync("over_current")).Rule);
        await gateway.Client.ControlAsync(Group, Meter, "unlock");
        await evening.ChargeAsync(3, 1.7);
        await evening.EndAsync();
        Assert.False(Assert.Single(await evening.AlarmsAsync("over_current")).IsOpen);
        Assert.Equal([PushKind.Exception, PushKind.PayFinish], (await evening.PushesAsync()).Select(p => p.Kind));
        await Waiting.UntilAsync("both pushes are sent", async () =>
        {
            gateway.Clock.Advance(TimeSpan.FromSeconds(1));
            return (await evening.PushesAsync()).All(p => p.State == PushState.Sent);
        });

        await gateway.CloseAsync();
        Assert.Equal($"{Group}/{Meter} 3 1 {id}", await TellAsync("SELECT concat(group_number, '/', ammeter_number, ' ', severity, ' ', count, ' ', charge_id) FROM alarms WHERE rule = 'over_current'"));
        Assert.Equal("lock", await TellAsync($"SELECT action FROM decisions WHERE charge_id = {id} AND number = 1 AND rule = 'over_current'"));
        Assert.Equal("2", await TellAsync($"SELECT count(*)::text FROM pushes WHERE charge_id = {id} AND state = 1"));
        Assert.Equal("2", await TellAsync("SELECT sum(count)::text FROM push_counts WHERE state = 1"));
        Assert.Equal("admin settings.change", await TellAsync($"SELECT who || ' ' || what FROM audit_log WHERE subject = 'station/{Group}'"));

        async Task<string?> TellAsync(string sql)
        {
            await using var connection = new NpgsqlConnection(server.ConnectionString(name) + ";Pooling=false");
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(sql, connection);
            return (string?)await command.ExecuteScalarAsync();
        }
    }

    [Fact]
    public async Task Backup_restore_and_check_say_that_the_data_are_not_theirs_and_change_nothing()
    {
        await using var gateway = await StartAsync(await DatabaseAsync());
        using var other = new TempDirectory();
        var before = Directory.GetFiles(gateway.Data, "*", SearchOption.AllDirectories).Order().ToList();
        await using (var sqlite = await TestGateway.StartAsync()) Assert.Equal(0, (await Verbs.RunAsync("backup", other["sound"], "--data", sqlite.Data)).Code);
        await MustRefuseAsync(1, "backup", other["backup"], "--data", gateway.Data);
        await MustRefuseAsync(1, "restore", other["sound"], "--replace", "--data", gateway.Data);
        await MustRefuseAsync(2, "check", "--data", gateway.Data);
        Assert.Equal(before, Directory.GetFiles(gateway.Data, "*", SearchOption.AllDirectories).Order());
        Assert.Equal(["sound"], Directory.GetDirectories(other.Path).Select(Path.GetFileName));
        (await gateway.Client.StartAsync(Card, Group, Meter)).MustBeDone();

        static async Task MustRefuseAsync(int exit, params string[] verb)
        {
            var (code, _, error) = await Verbs.RunAsync(verb);
            Assert.Equal(exit, code);
            Assert.Contains("PostgreSQL 127.0.0.1:", error, StringComparison.Ordinal);
            Assert.Contains("pg_dump", error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Sessions_of_the_server_that_are_ended_cost_no_sample_and_no_restart()
    {
        var (server, name) = await TestPostgres.CreateDatabaseAsync();
        await using var gateway = await StartAsync(server.ConnectionString(name));
        (await gateway.Client.StartAsync(Card, Group, Meter)).MustBeDone();
        var acknowledged = new List<int>();
        for (var i = 0; i < 200; i++)
        {
            if (i % 20 == 10)
                await server.ExecuteAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}' AND pid <> pg_backend_pid()");
            await Waiting.UntilAsync($"sample {i} is taken", async () => IsDone(await SampleAsync(gateway, i)));
            acknowledged.Add(i);
        }

        await Waiting.UntilAsync("the charge ends", async () => IsDone(await gateway.Client.EndAsync(Card, Group, Meter)));
        var charge = Assert.Single(await gateway.Client.ChargesAsync());
        Assert.Equal(acknowledged.Count, charge.GetProperty("samples").GetInt32());
        var curve = await gateway.Client.CurveAsync(charge.GetProperty("id").GetInt64());
        Assert.Equal(acknowledged.Count, curve.Length);
        Assert.Equal(curve.Length, curve.Distinct().Count());
    }

    [Fact]
    public async Task A_server_that_stops_and_comes_back_is_an_outage_and_nothing_more()
    {
        await using var server = await PostgresServer.StartAsync();
        var address = await server.CreateDatabaseAsync("sems");
        await using var gateway = await StartAsync(address);
        (await gateway.Client.StartAsync(Card, Group, Meter)).MustBeDone();
        (await SampleAsync(gateway, 0)).MustBeDone();

        await server.StopAsync();
        var refused = await SampleAsync(gateway, 1);
        Assert.Equal(503, (int)refused.Status);
        Assert.Equal(503, (int)(await gateway.Client.EndAsync(Card, Group, Meter)).Status);
        var health = await gateway.Client.Http.GetAsync("/health/ready");
        Assert.Equal(503, (int)health.StatusCode);
        Assert.DoesNotContain(new NpgsqlConnectionStringBuilder(address).Password!, await health.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await server.StartAgainAsync();
        await Waiting.UntilAsync("SEMS is ready again", async () => (await gateway.Client.Http.GetAsync("/health/ready")).IsSuccessStatusCode);
        (await SampleAsync(gateway, 1)).MustBeDone();
        (await gateway.Client.EndAsync(Card, Group, Meter)).MustBeDone();
        var charge = Assert.Single(await gateway.Client.ChargesAsync());
        Assert.Equal(2, charge.GetProperty("samples").GetInt32());
    }

    [Fact]
    public async Task A_second_SEMS_is_kept_out_and_the_first_goes_on()
    {
        await using var gateway = await StartAsync(await DatabaseAsync());
        using var other = new TempDirectory();
        var refused = await Assert.ThrowsAsync<StorageUnavailableException>(() => GatewayApp.StartAsync(gateway.Options() with { Data = other["data"] }));
        Assert.Contains("in use by another SEMS", refused.Message, StringComparison.Ordinal);
        (await gateway.Client.StartAsync(Card, Group, Meter)).MustBeDone();
    }

    [Fact]
    public async Task A_database_of_the_other_engine_is_kept_unless_it_is_adopted()
    {
        var (server, name) = await TestPostgres.CreateDatabaseAsync();
        var other = SiloEngine.Name == "orleans" ? "embedded" : "orleans";
        var adopt = false;
        await using var gateway = await TestGateway.StartAsync(options => options with { Storage = server.ConnectionString(name), Adopt = adopt });
        await gateway.Client.ControlAsync(Group, "0003", "lock");
        await gateway.CloseAsync();
        await server.ExecuteAsync($"UPDATE instance SET engine = '{other}'", name);
        await File.WriteAllTextAsync(Path.Combine(gateway.Data, "engine"), SiloEngine.Name);
        var refused = await Assert.ThrowsAsync<DataDirectoryException>(() => GatewayApp.StartAsync(gateway.Options()));
        Assert.Contains($"--engine {other}", refused.Message, StringComparison.Ordinal);
        adopt = true;
        await gateway.RestartAsync();
        Assert.Contains("\"3\"", (await gateway.Client.PollAsync(Group)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directory_of_a_server_does_not_begin_an_empty_database_beside_it()
    {
        string? storage = await DatabaseAsync();
        await using var gateway = await TestGateway.StartAsync(options => options with { Storage = storage });
        await gateway.CloseAsync();
        storage = null;
        var refused = await Assert.ThrowsAsync<DataDirectoryException>(() => GatewayApp.StartAsync(gateway.Options()));
        Assert.Contains("PostgreSQL 127.0.0.1:", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("assword", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<string> DatabaseAsync()
    {
        var (server, name) = await TestPostgres.CreateDatabaseAsync();
        return server.ConnectionString(name);
    }

    private static Task<TestGateway> StartAsync(string storage) => TestGateway.StartAsync(options => options with { Storage = storage });

    private static Task<Reply> SampleAsync(TestGateway gateway, int i) =>
        gateway.Client.SampleAsync(Group, Meter, 1.5, i, TestGateway.Beginning.ToUnixTimeSeconds() + (10 * i));

    /// <summary>False while storage is away; whatever else it is must be the protocol's "done".</summary>
    private static bool IsDone(Reply reply)
    {
        if ((int)reply.Status == 503) return false;
        reply.MustBeDone();
        return true;
    }
}
