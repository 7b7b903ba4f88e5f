using Sems.GrainInterfaces;
using Sems.Grains.Tests.Support;

namespace Sems.Grains.Tests.Ammeters;

public sealed class IdleMeterTests : SiloFixture
{
    [Fact]
    public async Task Meters_that_were_only_asked_do_not_stay_in_memory()
    {
        await PollAsync();
        Assert.Equal(Refusal.None, await Meter("A").Start("c1"));
        IReadOnlyList<string> active = [];
        await Waiting.UntilAsync(
            () => $"only A is in memory; there are {string.Join(", ", active)}",
            async () => (active = await Silo.ActiveAsync("ammeter")) is ["0001/A"]);
    }

    [Fact]
    public async Task Calls_that_come_all_at_once_to_a_meter_that_leaves_memory_after_each_are_all_answered()
    {
        var unknown = Enumerable.Range(0, 50).Select(_ => Meter("Z").Charge(Sample(1)));
        Assert.All(await Task.WhenAll(unknown), refusal => Assert.Equal(Refusal.AmmeterUnknown, refusal));
        var idle = Enumerable.Range(0, 50).Select(i => i % 2 == 0 ? Meter("B").Report() : ReportAfterForgettingAsync());
        Assert.All(await Task.WhenAll(idle), report => Assert.Equal(ControlLevel.Release, report.Level));

        async Task<AmmeterReport> ReportAfterForgettingAsync()
        {
            await Meter("B").Forget();
            return await Meter("B").Report();
        }
    }
}
