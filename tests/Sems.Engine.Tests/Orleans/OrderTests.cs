using Sems.Engine.Tests.Support;

namespace Sems.Engine.Tests.Orleans;

[Collection(SharedEngine.Name)]
public sealed class OrderTests(TestEngine engine) : EngineTest(engine)
{
    [Fact]
    public async Task Calls_a_grain_sends_without_waiting_run_in_their_order_on_the_same_silo()
    {
        var order = new List<int>();
        await Script("a").Do(own => Task.WhenAll(Enumerable.Range(0, 200).Select(i => own.Other("b").Do(async _ =>
        {
            order.Add(i);
            if (i % 3 == 0) await Task.Yield();
        })))).Soon();
        Assert.Equal(Enumerable.Range(0, 200), order);
    }
}
