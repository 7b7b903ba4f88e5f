using System.Net.Sockets;

namespace Sems.Crash.Tests;

/// <summary>The server is killed in the middle of work and started again: what it answered for is true.</summary>
public sealed class KillTests
{
    private const int Rounds = 8;

    [Theory]
    [InlineData(20160705)]
    public async Task Killed_at_any_moment_it_keeps_what_it_answered_for(int seed)
    {
        var random = new Random(seed);
        using var campus = new LoadedCampus(seed);
        for (var round = 0; round < Rounds; round++)
        {
            await using var server = await ServerProcess.ReadyAsync(campus.Data, round == 0 ? campus.Import : null);
            await campus.ProveAsync(server.Client);
            await campus.WorkUntilGoneAsync(server.Client, random.Next(1, 600), server.Kill);
            if (round % 3 == 2) await DieWhileStartingAsync(campus);
            await GatewayVerb.DoAsync("check", "--data", campus.Data);
        }
        await using var last = await ServerProcess.ReadyAsync(campus.Data);
        await campus.ProveAsync(last.Client);
        await campus.ProveEverythingAndNobodyIsStuckAsync(last.Client);
        await GatewayVerb.DoAsync("check", "--data", campus.Data);
    }

    [Fact]
    public async Task Asked_to_stop_it_drains_and_ends_well_within_seconds()
    {
        using var campus = new LoadedCampus(seed: 7);
        await using (var server = await ServerProcess.ReadyAsync(campus.Data, campus.Import))
        {
            var stopping = new TaskCompletionSource<Task<(int ExitCode, TimeSpan Took)>>();
            await campus.WorkUntilGoneAsync(server.Client, 200, () => stopping.SetResult(server.StopAsync()));
            var (exitCode, took) = await await stopping.Task;
            Assert.Equal(0, exitCode);
            Assert.True(took < TimeSpan.FromSeconds(10), $"it took {took}");
            Assert.Contains("SEMS has drained and stops", server.Said, StringComparison.Ordinal);
        }
        await using var again = await ServerProcess.ReadyAsync(campus.Data);
        await campus.ProveAsync(again.Client);
        await campus.ProveEverythingAndNobodyIsStuckAsync(again.Client);
    }

    [Fact]
    public async Task Asked_to_stop_while_idle_it_ends_well_within_seconds()
    {
        using var campus = new LoadedCampus(seed: 8);
        await using var server = await ServerProcess.ReadyAsync(campus.Data, campus.Import);
        var (exitCode, took) = await server.StopAsync();
        Assert.Equal(0, exitCode);
        Assert.True(took < TimeSpan.FromSeconds(10), $"it took {took}");
    }

    [Fact]
    public async Task Asked_to_stop_while_a_station_stalls_in_mid_request_it_still_drains()
    {
        using var campus = new LoadedCampus(seed: 9);
        await using var server = await ServerProcess.ReadyAsync(campus.Data, campus.Import);
        using var stalled = new TcpClient("127.0.0.1", server.Client.Http.BaseAddress!.Port);
        await stalled.GetStream().WriteAsync("POST /service/money HTTP/1.1\r\nHost: x\r\nContent-Length: 60\r\n\r\n{\"ammeterGroup"u8.ToArray());
        var (exitCode, took) = await server.StopAsync();
        Assert.Equal(0, exitCode);
        Assert.True(took < TimeSpan.FromSeconds(30), $"it took {took}");
        Assert.Contains("SEMS has drained and stops", server.Said, StringComparison.Ordinal);
    }

    private static async Task DieWhileStartingAsync(LoadedCampus campus)
    {
        await using var server = await ServerProcess.ListeningAsync(campus.Data);
        server.Kill();
    }
}
