using Microsoft.Extensions.DependencyInjection;
using Sems.GrainInterfaces;
using Sems.Grains.Tests.Support;

namespace Sems.Grains.Tests.Embedded;

public sealed class IdleMeterTests : SiloFixture
{
    [Fact]
    public async Task Meters_that_were_only_asked_do_not_stay_in_memory()
    {
        var engine = Services.GetRequiredService<EmbeddedEngine>();
        await PollAsync();
        Assert.Equal(Refusal.None, await Meter("A").Start("c1"));
        for (var i = 0; i < 10_000 && engine.GetActiveKeys("ammeter").Count > 1; i++) await Task.Yield();
        Assert.Equal(["0001/A"], engine.GetActiveKeys("ammeter"));
    }
}
