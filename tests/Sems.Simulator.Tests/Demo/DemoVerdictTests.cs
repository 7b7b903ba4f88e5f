using System.Text.Json;
using Sems.Simulator.Demo;
using Sems.Simulator.Metrics;
using Sems.Simulator.Wire;

namespace Sems.Simulator.Tests.Demo;

public class DemoVerdictTests
{
    [Theory]
    [InlineData(3, 3, 3, 0, null)]
    [InlineData(0, 0, 0, 0, "no session was completed")]
    [InlineData(3, 3, 2, 0, "2 bills for 3 completed")]
    [InlineData(3, 3, 4, 0, "4 bills for 3 completed")]
    [InlineData(3, 2, 3, 0, "the server completed 2")]
    [InlineData(3, 3, 3, 1, "1 replies were errors")]
    public void A_demo_went_well_only_when_all_counts_agree(int completed, int serverCompleted, int bills, int errors, string? reason)
    {
        var stats = new SimulatorStats();
        for (var i = 0; i < completed; i++) stats.CountCompleted();
        for (var i = 0; i < errors; i++) stats.Errors.Add(ServiceRequests.Money("1", "2"), "x", "y");
        var reasons = DemoVerdict.Reasons(stats, new ServerOverview(serverCompleted, bills, 100, 0, 10));
        if (reason is null) Assert.Empty(reasons);
        else Assert.Contains(reasons, r => r.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void The_overview_is_read_leniently_and_compared_with_an_earlier_one()
    {
        var overview = Read("""{"sessions_completed":9,"bills":8,"bills_fen":700,"sessions_open":3,"samples":99,"new":{"a":[1]}}""");
        Assert.Equal(new ServerOverview(4, 4, 500, 3, 90), overview.Since(new ServerOverview(5, 4, 200, 1, 9)));
        Assert.Equal(new ServerOverview(1, 2, 0, 0, 0), Read("""{"sessions_completed":1,"bills":2,"samples":null}"""));
        Assert.Throws<InvalidDataException>(() => Read("""{"bills":2}"""));
        Assert.Throws<InvalidDataException>(() => Read("[]"));

        static ServerOverview Read(string json) => ServerOverview.Read(JsonDocument.Parse(json).RootElement);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080", "http://127.0.0.1:5080/")]
    [InlineData("http://0.0.0.0:81;https://x:2", "http://127.0.0.1:81/")]
    [InlineData("http://*:81/", "http://127.0.0.1:81/")]
    [InlineData("http://[::]:81", "http://127.0.0.1:81/")]
    public void The_address_to_call_is_reachable(string urls, string address) => Assert.Equal(address, ServerAddress.ToCall(urls).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("5080")]
    [InlineData("ftp://here")]
    public void What_is_no_address_is_named(string urls) => Assert.Throws<FormatException>(() => ServerAddress.ToCall(urls));
}
