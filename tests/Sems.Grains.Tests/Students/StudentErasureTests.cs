using Sems.GrainInterfaces;
using Sems.Grains.Tests.Support;
using Sems.Storage.Ledger;

namespace Sems.Grains.Tests.Students;

/// <summary>A student is forgotten, and may begin anew.</summary>
public class StudentErasureTests : SiloFixture
{
    private IStudentGrain Student1 => Grains.GetGrain<IStudentGrain>("s1");

    private IErasureGrain Erasure => Grains.GetGrain<IErasureGrain>("s1");

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Assert.Equal(EnrolRefusal.None, (await Student1.Enrol("c1", "ann", "hash")).Refusal);
    }

    [Fact]
    public async Task Nothing_of_the_person_is_left_and_charges_stay()
    {
        var charge = await ChargeAsync();
        await Student1.SettleBill(charge, BillStep.Pay, "admin", null);
        await Student1.BindWechat("o-1");
        await Student1.Follows(true);
        await Student1.Position(31.4, 120.2, Clock.GetUtcNow());
        await Student1.Usual(new UsualCharge { Charges = 7 });
        Assert.Equal(EraseRefusal.None, await Erasure.Erase("hash"));
        Assert.Equal(EraseRefusal.Stale, await Erasure.Erase("hash"));
        await Check();
        await RestartAsync();
        await Check();
        Assert.Equal(Refusal.NotRegistered, await Meter("A").Start("c1"));
        Assert.Equal(Refusal.NoSession, await Meter("A").End("c1")); // the meter does not know it had them
        Assert.Equal(EnrolRefusal.None, (await Student1.Enrol("c1", "ann", "hash2")).Refusal);
        Assert.Equal(Refusal.None, await Meter("A").Start("c1"));
        Assert.NotEqual(charge, Assert.Single(await Student1.Places()).ChargeId);

        async Task Check()
        {
            var student = (await Database.Registry.FindStudentAsync("s1"))!;
            Assert.Equal(new("s1", "c1", null, null, false, null, Storage.Registry.Vehicle.Unknown), student);
            Assert.Equal((null, null), (await Student1.DoesFollow(), await Student1.WhereAmI()));
            Assert.Null((await Student1.Check()).Usual);
            var kept = (await Database.Ledger.FindChargeAsync(charge))!;
            Assert.Matches("^erased-[0-9a-f]{12}$", kept.StudentNumber);
            Assert.Equal(kept.StudentNumber, kept.CardNumber);
            Assert.Equal(BillRefusal.OtherStudent, await Student1.SettleBill(charge, BillStep.Reopen, "admin", null));
        }
    }

    [Fact]
    public async Task Refused_while_something_is_open_or_owed_or_the_password_is_another()
    {
        Assert.Equal(EraseRefusal.Stale, await Erasure.Erase("other"));
        await Meter("A").Start("c1");
        Assert.Equal(EraseRefusal.SessionOpen, await Erasure.Erase("hash"));
        Clock.Advance(TimeSpan.FromHours(1));
        await Meter("A").End("c1");
        Assert.Equal(EraseRefusal.BillUnpaid, await Erasure.Erase("hash"));
        Assert.Equal("ann", (await Database.Registry.FindStudentAsync("s1"))!.UserName);
        var bill = Assert.Single((await Database.Ledger.BillsAsync(new BillFilter(StudentNumber: "s1"), 1, 10)).Items);
        await Student1.SettleBill(bill.Bill.ChargeId, BillStep.Waive, "admin", "试运行");
        Assert.Equal(EraseRefusal.None, await Erasure.Erase("hash"));
    }

    [Theory]
    [InlineData(FaultKind.Before)]
    [InlineData(FaultKind.After)]
    public async Task A_failure_leaves_all_or_nothing_and_what_the_grain_keeps_goes_in_the_end(FaultKind kind)
    {
        await Student1.Position(31.4, 120.2, Clock.GetUtcNow());
        Database.FailWrite(1, kind);
        await Assert.ThrowsAnyAsync<Exception>(() => Erasure.Erase("hash"));
        Database.Heal();
        Assert.Equal(kind == FaultKind.Before, (await Database.Registry.FindStudentAsync("s1"))!.UserName is not null);
        Assert.Equal(kind == FaultKind.Before ? EraseRefusal.None : EraseRefusal.Stale, await Erasure.Erase("hash"));
        Assert.Null(await Student1.WhereAmI());
    }

    [Fact]
    public async Task Erasing_and_starting_at_once_both_come_to_an_end()
    {
        var hash = "hash";
        for (var round = 0; round < 10; round++)
        {
            var (erasing, starting) = (Erasure.Erase(hash), Meter("A").Start("c1"));
            await Task.WhenAll(erasing, starting).WaitAsync(TimeSpan.FromSeconds(30));
            if (await erasing == EraseRefusal.None)
            {
                Assert.Equal(Refusal.NotRegistered, await starting);
                Assert.Equal(EnrolRefusal.None, (await Student1.Enrol("c1", "ann", hash = "hash" + round)).Refusal);
            }
            else await Meter("A").End("c1");
        }
    }

    private async Task<long> ChargeAsync()
    {
        Assert.Equal(Refusal.None, await Meter("A").Start("c1"));
        var id = (await Meter("A").Status())!.Session!.ChargeId;
        Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(Refusal.None, await Meter("A").End("c1"));
        return id;
    }
}
