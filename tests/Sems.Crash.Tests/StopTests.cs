using System.Net.Sockets;
using Sems.Bench.Proofs.Crash;

namespace Sems.Crash.Tests;

/// <summary>The server is asked to stop in the middle of work and started again: what it answered for is true.</summary>
public sealed class StopTests
{
    [Fact]
    public async Task Asked_to_stop_it_drains_and_ends_well_within_seconds()
    {
        using var directory = new TempDirectory();
        var campus = new LoadedCampus(directory.Path, seed: 7);
        await using (var server = await ServerProcess.ReadyAsync(campus.Data, campus.Import))
        {
            var stopping = new TaskCompletionSource<Task<(int ExitCode, TimeSpan Took)>>();
            await campus.WorkUntilGoneAsync(server.Campus, 200, () => stopping.SetResult(server.StopAsync()));
            var (exitCode, took) = await await stopping.Task;
            Assert.Equal(0, exitCode);
            Assert.True(took < TimeSpan.FromSeconds(10), $"it took {took}");
            Assert.Contains("SEMS has drained and stops", server.Said, StringComparison.Ordinal);
        }
        await using var again = await ServerProcess.ReadyAsync(campus.Data);
        await campus.ProveAsync(again.Campus);
        await campus.ProveEverythingAndNobodyIsStuckAsync(again.Campus);
    }

    [Fact]
    public async Task Asked_to_stop_while_idle_it_ends_well_within_seconds()
    {
        using var directory = new TempDirectory();
        var campus = new LoadedCampus(directory.Path, seed: 8);
        await using var server = await ServerProcess.ReadyAsync(campus.Data, campus.Import);
        var (exitCode, took) = await server.StopAsync();
        Assert.Equal(0, exitCode);
        Assert.True(took < TimeSpan.FromSeconds(10), $"it took {took}");
    }

    [Fact]
    public async Task Asked_to_stop_while_a_station_stalls_in_mid_request_it_still_drains()
    {
        using var directory = new TempDirectory();
        var campus = new LoadedCampus(directory.Path, seed: 9);
        await using var server = await ServerProcess.ReadyAsync(campus.Data, campus.Import);
        using var stalled = new TcpClient("127.0.0.1", server.Client.Http.BaseAddress!.Port);
        await stalled.GetStream().WriteAsync("POST /service/money HTTP/1.1\r\nHost: x\r\nContent-Length: 60\r\n\r\n{\"ammeterGroup"u8.ToArray());
        var (exitCode, took) = await server.StopAsync();
        Assert.Equal(0, exitCode);
        Assert.True(took < TimeSpan.FromSeconds(30), $"it took {took}");
        Assert.Contains("SEMS has drained and stops", server.Said, StringComparison.Ordinal);
    }
}
