using System.Diagnostics;

namespace Sems.Crash.Tests.Orleans;

/// <summary>Silo and gateway apart: who starts first, and what keeps a silo from starting.</summary>
public sealed class ClusterStartTests
{
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task A_gateway_that_started_first_says_503_and_works_once_the_silo_and_its_data_are_there()
    {
        using var directory = new TempDirectory();
        Campus.WriteTo(directory["campus"]);
        var ports = SiloTestPorts.Choose();
        await using var gateway = await ServerProcess.ListeningAsync(directory["data"], ports.GatewayArguments);

        var since = Stopwatch.GetTimestamp();
        (await gateway.Client.StartAsync("5sdf87e4", "0001", "0001")).MustBe(503, """{"result":-1,"message":"服务暂不可用"}""");
        (await gateway.Client.AdminAsync("/api/admin/overview")).MustBe(503, """{"message":"服务暂不可用，请稍后再试"}""");
        (await gateway.Client.AdminAsync("/admin/orleans/DashboardCounters")).MustBe(503, """{"message":"服务暂不可用，请稍后再试"}""");
        Assert.Contains("no silo", (await HealthAsync(gateway)).Text, StringComparison.Ordinal);
        Assert.True(Stopwatch.GetElapsedTime(since) < Quick, $"four answers took {Stopwatch.GetElapsedTime(since)}");
        Assert.False(File.Exists(Path.Combine(directory["data"], "sems.db")));

        await using var silo = await SiloProcess.ReadyAsync(directory["data"], ports, "--import", directory["campus"]);
        await gateway.BecomeReadyAsync();
        (await gateway.Client.StartAsync("5sdf87e4", "0001", "0001")).MustBeDone();
        (await gateway.Client.SampleAsync("0001", "0001", 1.5, 12, 1340294400)).MustBeDone();
        var charge = Assert.Single(await gateway.Client.ChargesAsync());
        Assert.Equal(["[1340294400,1.5,null,12,null]"], await gateway.Client.CurveAsync(charge.GetProperty("id").GetInt64()));
        Assert.Equal(200, (int)(await gateway.Client.AdminAsync("/admin/orleans/DashboardCounters")).Status);
        Assert.Equal(401, (int)(await gateway.Client.AdminAsync("/admin/orleans/DashboardCounters", "wrong")).Status);
    }

    [Fact]
    public async Task The_order_in_which_they_stop_and_start_does_not_matter()
    {
        using var directory = new TempDirectory();
        Campus.WriteTo(directory["campus"]);
        var ports = SiloTestPorts.Choose();
        await using (var silo = await SiloProcess.ReadyAsync(directory["data"], ports, "--import", directory["campus"]))
        {
            await using var early = await ServerProcess.ListeningAsync(directory["data"], ports.GatewayArguments);
            await early.BecomeReadyAsync();
            (await early.Client.StartAsync("5sdf87e4", "0001", "0001")).MustBeDone();
            Assert.Equal(0, (await early.StopAsync()).ExitCode);
            Assert.Contains("SEMS has drained and stops", early.Said, StringComparison.Ordinal);
            Assert.Equal(0, (await silo.StopAsync()).ExitCode);
        }
        await using var later = await SiloProcess.ReadyAsync(directory["data"], ports);
        await using var gateway = await ServerProcess.ListeningAsync(directory["data"], ports.GatewayArguments);
        await gateway.BecomeReadyAsync();
        (await gateway.Client.EndAsync("5sdf87e4", "0001", "0001")).MustBeDone();
    }

    [Fact]
    public async Task While_the_silo_cannot_write_the_gateway_says_503_and_why_and_still_reads()
    {
        using var directory = new TempDirectory();
        Campus.WriteTo(directory["campus"]);
        var ports = SiloTestPorts.Choose();
        await using var silo = await SiloProcess.ReadyAsync(directory["data"], ports, "--import", directory["campus"]);
        await using var gateway = await ServerProcess.ListeningAsync(directory["data"], ports.GatewayArguments);
        await gateway.BecomeReadyAsync();
        (await gateway.Client.StartAsync("5sdf87e4", "0001", "0001")).MustBeDone();
        using var file = new DataFile(Path.Combine(directory["data"], "sems.db"));
        file.Run("BEGIN IMMEDIATE");
        (await gateway.Client.SampleAsync("0001", "0001", 1.5, 12, 1340294400)).MustBe(503, """{"result":-1,"message":"服务暂不可用"}""");
        Assert.Contains("silo: storage: ", (await HealthAsync(gateway)).Text, StringComparison.Ordinal);
        Assert.Single(await gateway.Client.ChargesAsync());
        file.Run("ROLLBACK");
        (await gateway.Client.SampleAsync("0001", "0001", 1.5, 12, 1340294400)).MustBeDone();
        Assert.Equal(1, (await gateway.Client.AdminAsync("/api/admin/overview")).Json.GetProperty("samples").GetInt32());
    }

    [Fact]
    public async Task A_silo_that_cannot_start_says_why_in_a_line_and_harms_nobody()
    {
        using var directory = new TempDirectory();
        var ports = SiloTestPorts.Choose();
        await using var silo = await SiloProcess.ReadyAsync(directory["data"], ports);
        await RefusedAsync(directory["data"], SiloTestPorts.Choose(), "in use by another SEMS");
        await RefusedAsync(directory["other"], ports with { Gateway = SiloTestPorts.Choose().Gateway }, $"Port {ports.Silo} ");
        await RefusedAsync(directory["other"], ports with { Silo = SiloTestPorts.Choose().Silo }, $"Port {ports.Gateway} ");
        await File.WriteAllTextAsync(Path.Combine(directory["other"], "engine"), "steam\n");
        await RefusedAsync(directory["other"], SiloTestPorts.Choose(), "made by the steam engine");
        Assert.Equal(0, (await silo.StopAsync()).ExitCode);
    }

    private static async Task RefusedAsync(string data, SiloTestPorts ports, string why)
    {
        await using var silo = SiloProcess.Start(data, ports);
        Assert.Equal(1, await silo.EndAsync());
        var line = Assert.Single(silo.Said.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("SEMS cannot start: ", line, StringComparison.Ordinal);
        Assert.Contains(why, line, StringComparison.Ordinal);
    }

    private static async Task<Reply> HealthAsync(ServerProcess gateway) => await Reply.ReadAsync(await gateway.Client.Http.GetAsync("/health/ready"));
}
