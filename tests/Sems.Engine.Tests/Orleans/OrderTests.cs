using Sems.Engine.Tests.Support;

namespace Sems.Engine.Tests.Orleans;

/// <summary>
/// The most there is: calls from a client, to another silo, or to a grain that has still to be placed may overtake each other.
/// </summary>
[Collection(SharedEngine.Name)]
public sealed class OrderTests(TestEngine engine) : EngineTest(engine)
{
    [Fact]
    public async Task Calls_a_grain_sends_without_waiting_to_an_active_grain_of_its_silo_run_in_their_order()
    {
        var order = new List<int>();
        await Script("a").Do(async own =>
        {
            await own.Other("b").Add(0);
            await Task.WhenAll(Enumerable.Range(0, 200).Select(i => own.Other("b").Do(async _ =>
            {
                order.Add(i);
                if (i % 3 == 0) await Task.Yield();
            })));
        }).Soon();
        Assert.Equal(Enumerable.Range(0, 200), order);
    }
}
