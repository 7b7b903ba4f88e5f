using Sems.GrainInterfaces;
using Sems.Grains.Tests.Support;
using Sems.Storage;

namespace Sems.Grains.Tests.Ammeters;

/// <summary>Storage is away for a while: callers are told so, as what it is, and nothing is wrong afterwards.</summary>
public class StorageOutageTests : SiloFixture
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task A_meter_that_cannot_be_activated_says_so_at_once_and_works_afterwards()
    {
        await OutageAsync();
        for (var i = 0; i < 3; i++)
            await Assert.ThrowsAsync<StorageUnavailableException>(() => Meter("B").Start("c2").WaitAsync(Soon));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Grains.GetGrain<IStudentGrain>("s2").Check().WaitAsync(Soon));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Grains.GetGrain<ICardGrain>("c2").Check().WaitAsync(Soon));
        Database.Heal();
        Assert.Equal(Refusal.None, await Meter("B").Start("c2"));
    }

    [Fact]
    public async Task A_station_that_cannot_be_activated_says_so_and_locks_nobody_afterwards()
    {
        await Meter("A").Start("c1");
        await RestartAsync();
        await OutageAsync();
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Station().AmmeterControl().WaitAsync(Soon));
        Database.Heal();
        Assert.Equal("A1 B2 C2", await PollAsync());
    }

    [Fact]
    public async Task A_station_whose_meters_cannot_be_activated_says_so_and_locks_nobody_afterwards()
    {
        await Meter("A").Start("c1");
        await RestartAsync();
        Database.FailCalls("ReadStateAsync", "ReadAsync", "FindAmmeterAsync");
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Station().AmmeterControl().WaitAsync(Soon));
        Database.Heal();
        Assert.Equal("A1 B2 C2", await PollAsync());
    }

    [Fact]
    public async Task What_could_not_be_told_is_told_by_the_timer_once_storage_is_back()
    {
        await Meter("A").Start("c1");
        Database.FailWrite(2, FaultKind.Before, forGood: true);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Meter("A").End("c1").WaitAsync(Soon));
        for (var i = 0; i < 3; i++) Clock.Advance(TimeSpan.FromSeconds(1));
        Database.Heal();
        await Waiting.UntilAsync("the ledger has been told", async () =>
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            return (await Database.Ledger.TotalsAsync()).Bills == 1;
        });
        Assert.Equal("A2 B2 C2", await PollAsync());
        Assert.Equal(Refusal.None, await Meter("B").Start("c1"));
    }

    private async Task OutageAsync()
    {
        Database.FailWrite(1, FaultKind.Before, forGood: true);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Database.Registry.SaveStudentAsync(Student("9")));
        Assert.True(Database.Happened);
    }
}
