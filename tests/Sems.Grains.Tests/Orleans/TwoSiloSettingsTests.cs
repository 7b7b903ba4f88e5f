using Sems.GrainInterfaces;
using Sems.Grains.Tests.Support;

namespace Sems.Grains.Tests.Orleans;

/// <summary>Settings changed on one silo, with meters on another.</summary>
public sealed class TwoSiloSettingsTests : SiloFixture
{
    protected override int Silos => 2;

    protected override Dictionary<string, string?> Settings => new() { ["Charging:ArrearsLimitFen"] = "" };

    [Fact]
    public async Task A_change_reaches_the_other_silo_by_itself()
    {
        Assert.Equal(50, await PriceOfAnHourAsync());
        var wish = new SettingsWish("0001", """{"tariff":{"fen_per_hour":70}}""", Replace: false, 0, "admin");
        var answer = await Grains.GetGrain<ISettingsGrain>(ISettingsGrain.Key).Change(wish);
        Assert.Equal((SettingsRefusal.None, 1L), (answer.Refusal, answer.Report!.Version));
        Assert.Equal(2, await Silo.SilosOfAsync("ammeter", "settings"));
        await Waiting.UntilAsync("the meters' silo goes by the new tariff", async () => await PriceOfAnHourAsync() == 70);
    }

    [Fact]
    public async Task Faults_travel_whole()
    {
        var wish = new SettingsWish(null, """{"tariff":{"fen_per_hour":-1},"x":1}""", Replace: true, 0, "admin");
        var answer = await Grains.GetGrain<ISettingsGrain>(ISettingsGrain.Key).Change(wish);
        Assert.Equal(
            [new("tariff.fen_per_hour", "-1", SettingsFaultKind.WholeNumber, 0, 100_000), new("x", "1", SettingsFaultKind.Unknown)],
            answer.Faults.ToArray());
    }

    private async Task<long> PriceOfAnHourAsync()
    {
        Assert.Equal(Refusal.None, await Meter("A").Start("c1"));
        Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(Refusal.None, await Meter("A").End("c1"));
        return (await Meter("A").Money()).Money.Value;
    }
}
