using Sems.Simulator.Campus;
using Sems.Simulator.Demo;
using Sems.Simulator.Metrics;
using Sems.Simulator.Replay;
using Sems.Simulator.Tests.Fake;
using Sems.Simulator.Tests.Support;
using Sems.Simulator.Time;
using Sems.Simulator.Wire;

namespace Sems.Simulator.Tests.Replay;

public class ReplayPlayerTests
{
    private const string Recording = "time,current_a,energy\n1467753314,1.718,0.032\n1467753324,1.7220,0.032\n1467753324,1.7220,0.032\n1340294400,1.05,2.01\n";
    private readonly SimulatorStats _stats = new();

    [Fact]
    public async Task Every_row_is_sent_as_written_once_and_read_back_equal()
    {
        await using var server = await PlayAsync();

        var sent = server.Sems.Named("charge").ToList();
        Assert.Equal(["1467753314", "1467753324", "1467753324", "1340294400"], sent.Select(r => r.Raw("time")));
        Assert.Equal(["1.718", "1.7220", "1.7220", "1.05"], sent.Select(r => r.Raw("current_value")));
        Assert.All(sent, r => Assert.False(r.Body.TryGetProperty("voltage_value", out _)));
        Assert.Equal(0, _stats.Errors.Count);

        using var admin = new AdminClient(server.Address, "fake");
        var outcome = await new ReplayVerifier(admin).VerifyAsync(Rows(), default);
        Assert.Equal(new ReplayOutcome(3, 3, 5.32m, null), outcome);
    }

    [Fact]
    public async Task A_curve_that_differs_and_a_second_charge_are_found()
    {
        await using var server = await PlayAsync();
        using var admin = new AdminClient(server.Address, "fake");

        server.Sems.Charges[0].Points.Remove(1340294400m);
        Assert.Contains("missing", (await new ReplayVerifier(admin).VerifyAsync(Rows(), default)).Mismatch, StringComparison.Ordinal);

        var remembering = new ReplayVerifier(admin);
        await remembering.RememberAsync(default);
        Assert.Contains("0 charges", (await remembering.VerifyAsync(Rows(), default)).Mismatch, StringComparison.Ordinal);

        server.Sems.Charges.Add(new FakeCharge(1, ReplayCampus.Group, ReplayCampus.Ammeter, "x"));
        Assert.Contains("2 charges", (await new ReplayVerifier(admin).VerifyAsync(Rows(), default)).Mismatch, StringComparison.Ordinal);
        Assert.Contains("has not ended", (await remembering.VerifyAsync(Rows(), default)).Mismatch, StringComparison.Ordinal);
    }

    private static IReadOnlyList<ReplayRow> Rows() => ReplayFile.Read(new StringReader(Recording));

    private async Task<FakeServer> PlayAsync()
    {
        var server = await FakeServer.StartAsync(new FakeSems(ReplayCampus.AddTo(new CampusData([], [], []))));
        var time = new ManualTime { FiresAtOnce = true };
        var clock = new SimulationClock(time, time.GetUtcNow().ToUnixTimeMilliseconds(), 0, 480);
        using var http = StationClient.CreateInvoker(2);
        var player = new ReplayPlayer(Rows(), clock, new StationClient(http, server.Address, _stats, time), _stats);
        await player.PlayAsync(default).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal((4, 4, true), (player.Sent, player.Answered, player.Ended));
        return server;
    }
}
