using Sems.Simulator.Stations;
using Sems.Simulator.Time;
using Sems.Simulator.Wire;

namespace Sems.Simulator.Tests.Stations;

public class SampleFaultsTests
{
    [Fact]
    public void None_is_lost_some_come_twice_some_late_some_after_a_silence()
    {
        var faults = new SampleFaults(Seeds.Stream(1, "test", "faults"), often: 5);
        List<decimal> sent = [];
        var longestBurst = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var now = faults.Pass(new Sample(i, 1, 1, null, null));
            longestBurst = Math.Max(longestBurst, now.Count);
            sent.AddRange(now.Select(s => s.TimeS));
        }

        sent.AddRange(faults.Flush().Select(s => s.TimeS));
        Assert.Equal(20_000, sent.Distinct().Count());
        Assert.True(sent.Count > 20_050, "no sample came twice");
        Assert.Contains(sent.Zip(sent.Skip(1)), pair => pair.Second == pair.First - 1);
        Assert.InRange(longestBurst, 20, 45);
    }

    [Fact]
    public void Without_faults_each_is_sent_as_it_comes()
    {
        var faults = new SampleFaults(Seeds.Stream(1, "test", "faults"), often: 0);
        Assert.All(Enumerable.Range(0, 5000), i => Assert.Single(faults.Pass(new Sample(i, 1, 1, null, null))));
        Assert.Empty(faults.Flush());
    }
}
