using Sems.GrainInterfaces;
using Sems.Grains.Tests.Support;
using Sems.Storage.Ledger;

namespace Sems.Grains.Tests.Students;

/// <summary>Where nothing may be owed.</summary>
public class NoArrearsTests : SiloFixture
{
    protected override Dictionary<string, string?> Settings => new() { ["Charging:ArrearsLimitFen"] = "0" };

    [Fact]
    public async Task A_bill_of_nothing_never_blocks_and_one_of_a_fen_does()
    {
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(Refusal.None, await Meter("A").Start("c1"));
            await Meter("A").End("c1");
        }
        var account = await Database.Ledger.AccountAsync("s1");
        Assert.Equal(new BillSum(3, 0), account.Unpaid);

        await Meter("A").Start("c1");
        Clock.Advance(TimeSpan.FromSeconds(36));
        await Meter("A").End("c1");
        Assert.Equal(1, await Database.Ledger.UnpaidFenAsync("s1"));
        Assert.Equal(Refusal.Arrears, await Meter("A").Start("c1"));
    }
}
