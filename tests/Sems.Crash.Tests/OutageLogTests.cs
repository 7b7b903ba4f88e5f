using System.Globalization;
using Sems.Bench.Proofs.Crash;

namespace Sems.Crash.Tests;

public sealed class OutageLogTests
{
    [Theory]
    [InlineData("charges", "sems.db")]
    [InlineData(GrainStates.Table, GrainStates.File)]
    public async Task An_operator_reads_of_an_outage_in_lines_not_in_stacks(string table, string file)
    {
        using var directory = new TempDirectory();
        var campus = new LoadedCampus(directory.Path, seed: 10);
        await using var server = await ServerProcess.ReadyAsync(campus.Data, campus.Import);
        using (var data = new DataFile(Path.Combine(campus.Data, file)))
        {
            data.Run($"ALTER TABLE {table} RENAME TO away");
            for (var i = 1; i <= 8; i++)
            {
                var reply = await server.Client.StartAsync($"card-{i}", i % 2 == 0 ? "0001" : "0002", i.ToString("0000", CultureInfo.InvariantCulture));
                Assert.Equal(503, (int)reply.Status);
            }
            data.Run($"ALTER TABLE away RENAME TO {table}");
        }
        (await server.Client.StartAsync("card-1", "0002", "0001")).MustBeDone();
        Assert.Equal(0, (await server.StopAsync()).ExitCode);
        Assert.Equal(8, server.Said.Split('\n').Count(line => line.Contains("/service/start answered 503", StringComparison.Ordinal)));
        Assert.False(server.Said.Contains("   at ", StringComparison.Ordinal), server.Said);
        Assert.DoesNotContain("Watchdog", server.Said, StringComparison.Ordinal);
    }
}
