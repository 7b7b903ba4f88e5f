using System.Diagnostics;
using System.Net.Sockets;
using Sems.Bench.Proofs.Crash;
using Xunit.Abstractions;

namespace Sems.Crash.Tests.Orleans;

/// <summary>The silo, a process of its own, dies or stops and comes back while the gateway stays: what was answered for is true.</summary>
public sealed class ClusterKillTests(ITestOutputHelper output)
{
    private const int Rounds = 6;

    /// <summary>Seen: a few hundredths of a second, and 0.5 s and 3.4 s on a machine with twenty times more work than processors.</summary>
    private static readonly TimeSpan MostToNotice = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan MostToRecover = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData(20170905)]
    public async Task A_silo_killed_at_any_moment_loses_nothing_and_the_gateway_finds_it_again(int seed)
    {
        var random = new Random(seed);
        using var directory = new TempDirectory();
        var campus = new LoadedCampus(directory.Path, seed);
        var ports = SiloTestPorts.Choose();
        await using var gateway = await ServerProcess.ListeningAsync(campus.Data, ports.GatewayArguments);
        for (var round = 0; round < Rounds; round++)
        {
            await using var silo = await SiloProcess.ReadyAsync(campus.Data, ports, round == 0 ? ["--import", campus.Import] : []);
            await RecoverAsync(gateway);
            await campus.ProveAsync(gateway.Campus);
            var killed = 0L;
            await campus.WorkUntilGoneAsync(gateway.Campus, random.Next(1, 600), () =>
            {
                killed = Stopwatch.GetTimestamp();
                silo.Kill();
            });
            var noticed = Stopwatch.GetElapsedTime(killed);
            output.WriteLine($"killed: every call was answered after {noticed.TotalMilliseconds:0} ms");
            Assert.True(noticed < MostToNotice, $"calls to a dead silo were answered after {noticed}");
            await SaysItIsAwayAsync(gateway);
            if (round % 3 == 2) await DieWhileStartingAsync(campus, ports);
        }
        await using var last = await SiloProcess.ReadyAsync(campus.Data, ports);
        await RecoverAsync(gateway);
        await campus.ProveAsync(gateway.Campus);
        await campus.ProveEverythingAndNobodyIsStuckAsync(gateway.Campus);
        Assert.Equal(0, (await gateway.StopAsync()).ExitCode);
        Assert.Equal(0, (await last.StopAsync()).ExitCode);
    }

    [Fact]
    public async Task A_silo_asked_to_stop_under_load_drains_and_loses_nothing()
    {
        using var directory = new TempDirectory();
        var campus = new LoadedCampus(directory.Path, seed: 17);
        var ports = SiloTestPorts.Choose();
        await using var gateway = await ServerProcess.ListeningAsync(campus.Data, ports.GatewayArguments);
        await using (var silo = await SiloProcess.ReadyAsync(campus.Data, ports, "--import", campus.Import))
        {
            await RecoverAsync(gateway);
            var stopping = new TaskCompletionSource<Task<(int ExitCode, TimeSpan Took)>>();
            await campus.WorkUntilGoneAsync(gateway.Campus, 200, () => stopping.SetResult(silo.StopAsync()));
            var (exitCode, took) = await await stopping.Task;
            output.WriteLine($"stopped under load in {took.TotalMilliseconds:0} ms");
            Assert.True(exitCode == 0, $"exit code {exitCode}:\n{silo.Said}");
            Assert.True(took < TimeSpan.FromSeconds(10), $"it took {took}");
            Assert.Contains("SEMS silo has drained and stops", silo.Said, StringComparison.Ordinal);
        }
        await SaysItIsAwayAsync(gateway);
        await using var again = await SiloProcess.ReadyAsync(campus.Data, ports);
        await RecoverAsync(gateway);
        await campus.ProveAsync(gateway.Campus);
        await campus.ProveEverythingAndNobodyIsStuckAsync(gateway.Campus);
    }

    private async Task RecoverAsync(ServerProcess gateway)
    {
        var since = Stopwatch.GetTimestamp();
        await gateway.BecomeReadyAsync();
        var took = Stopwatch.GetElapsedTime(since);
        output.WriteLine($"the gateway was ready {took.TotalMilliseconds:0} ms after the silo");
        Assert.True(took < MostToRecover, $"the gateway took {took} to find the silo:\n{gateway.Said}");
    }

    private static async Task SaysItIsAwayAsync(ServerProcess gateway)
    {
        (await gateway.Client.PollAsync("0001")).MustBe(503, """{"result":-1,"message":"服务暂不可用"}""");
        Assert.Equal(503, (int)(await gateway.Client.ControlAsync("0001", "spare", "lock")).Status);
        Assert.Contains("no silo", (await Reply.ReadAsync(await gateway.Client.Http.GetAsync("/health/ready"))).Text, StringComparison.Ordinal);
    }

    private static async Task DieWhileStartingAsync(LoadedCampus campus, SiloTestPorts ports)
    {
        await using var silo = SiloProcess.Start(campus.Data, ports);
        await Waiting.UntilAsync("the silo begins to listen", async () =>
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync("127.0.0.1", ports.Gateway);
                return true;
            }
            catch (SocketException)
            {
                return false;
            }
        });
        silo.Kill();
    }
}
