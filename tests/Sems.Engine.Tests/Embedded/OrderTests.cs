using Sems.Engine.Tests.Support;

namespace Sems.Engine.Tests.Embedded;

/// <summary>Stricter than Orleans, where calls sent without waiting for answers may overtake each other on their way.</summary>
public class OrderTests
{
    [Fact]
    public async Task Calls_run_in_order_of_arrival()
    {
        await using var engine = new TestEngine();
        var grain = engine.Script("a");
        var gate = new Gate();
        var order = new List<int>();
        var first = grain.Do(_ => gate.Pass());
        await gate.Arrived;
        var rest = Enumerable.Range(0, 200).Select(i => grain.Do(async _ =>
        {
            order.Add(i);
            if (i % 3 == 0) await Task.Yield();
        })).ToList();
        Assert.All(rest, call => Assert.False(call.IsCompleted));
        Assert.Equal(200, engine.Engine.CountWaitingCalls());
        gate.Open();
        await Task.WhenAll(rest).Soon();
        await first.Soon();
        Assert.Equal(Enumerable.Range(0, 200), order);
        Assert.Equal(0, engine.Engine.CountWaitingCalls());
    }

    [Fact]
    public async Task A_plain_call_waits_for_all_read_only_ones()
    {
        await using var engine = new TestEngine();
        var grain = engine.Script("a");
        Gate one = new(), two = new();
        var first = grain.DoReadOnly(_ => one.Pass());
        var second = grain.DoReadOnly(_ => two.Pass());
        await Task.WhenAll(one.Arrived, two.Arrived);
        var write = grain.Add(1);
        one.Open();
        await first.Soon();
        Assert.False(write.IsCompleted);
        two.Open();
        await Task.WhenAll(second, write).Soon();
    }
}
