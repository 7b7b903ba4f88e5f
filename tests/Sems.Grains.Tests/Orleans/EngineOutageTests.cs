using Sems.GrainInterfaces;
using Sems.Grains.Tests.Support;

namespace Sems.Grains.Tests.Orleans;

/// <summary>Failures only a cluster has: an answer that does not come, a silo that is gone.</summary>
public sealed class EngineOutageTests : SiloFixture
{
    protected override int Silos => 2;

    [Fact]
    public async Task A_meter_whose_answer_does_not_come_is_not_taken_for_a_broken_one()
    {
        await Meter("A").Start("c1");
        await RestartAsync();
        Database.FailCalls(new TimeoutException("injected"), "FindAmmeterAsync");
        await Assert.ThrowsAsync<TimeoutException>(PollAsync);
        Database.Heal();
        Assert.Equal("A1 B2 C2", await PollAsync());
    }

    [Fact]
    public async Task A_charge_goes_on_after_its_silo_is_gone()
    {
        await Meter("A").Start("c1");
        await Meter("A").Charge(Sample(1000));
        await Silo.KillSiloOfAsync("ammeter");
        await Waiting.UntilAsync("the meter answers from the other silo", async () =>
        {
            try
            {
                return await Meter("A").Charge(Sample(1010)) == Refusal.None;
            }
            catch (Exception failure) when (Outage.Is(failure))
            {
                return false;
            }
        });
        Assert.Equal("A1 B2 C2", await PollAsync());
        Assert.Equal(2, (await Meter("A").Status())!.Session!.Samples);
        Assert.Equal(Refusal.None, await Meter("A").End("c1"));
    }
}
