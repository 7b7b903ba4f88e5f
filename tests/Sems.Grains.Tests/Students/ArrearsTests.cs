using Sems.GrainInterfaces;
using Sems.Grains.Tests.Support;
using Sems.Storage;
using Sems.Storage.Ledger;

namespace Sems.Grains.Tests.Students;

/// <summary>What a student owes stops a start over the limit, and settling bills lifts it.</summary>
public class ArrearsTests : SiloFixture
{
    protected override Dictionary<string, string?> Settings => new() { ["Charging:ArrearsLimitFen"] = "60" };

    private IStudentGrain Student1 => Grains.GetGrain<IStudentGrain>("s1");

    [Theory]
    [InlineData(BillStep.Pay)]
    [InlineData(BillStep.Waive)]
    public async Task Settling_enough_lifts_the_refusal_at_once_and_reopening_puts_it_back(BillStep step)
    {
        var (nothing, much) = (await ChargeAsync(0), await ChargeAsync(120)); // 0 fen, 100 fen
        Assert.Equal(Refusal.Arrears, await Meter("B").Start("c1"));
        Assert.Equal(BillRefusal.None, await Student1.SettleBill(nothing, step, "admin", "试运行"));
        Assert.Equal(Refusal.Arrears, await Meter("B").Start("c1"));
        Assert.Equal(BillRefusal.None, await Student1.SettleBill(much, step, "admin", "试运行"));
        Assert.Equal(Refusal.None, await Meter("B").Start("c1"));
        await Meter("B").End("c1");
        Assert.Equal(BillRefusal.None, await Student1.SettleBill(much, BillStep.Reopen, "admin", null));
        await RestartAsync();
        Assert.Equal(Refusal.Arrears, await Meter("B").Start("c1"));
        Assert.Equal(Refusal.None, await Meter("B").Start("c2"));
    }

    [Fact]
    public async Task Paying_down_to_the_limit_is_enough()
    {
        var bills = new List<long> { await ChargeAsync(60), await ChargeAsync(60) }; // 50 fen, then 100 with the second
        Assert.Equal(Refusal.Arrears, await Meter("B").Start("c1"));
        await Student1.SettleBill(bills[0], BillStep.Pay, "admin", null);
        Assert.Equal(50, await Database.Ledger.UnpaidFenAsync("s1"));
        Assert.Equal(Refusal.None, await Meter("B").Start("c1"));
    }

    [Fact]
    public async Task A_step_is_recorded_once_with_who_when_and_why()
    {
        var id = await ChargeAsync(60);
        var at = Clock.GetUtcNow();
        for (var i = 0; i < 2; i++) Assert.Equal(BillRefusal.None, await Student1.SettleBill(id, BillStep.Waive, "rose", "  电表故障 "));
        Assert.Equal(BillRefusal.IsWaived, await Student1.SettleBill(id, BillStep.Pay, "rose", null));
        Assert.Equal(BillRefusal.None, await Student1.SettleBill(id, BillStep.Reopen, "jack", " "));
        Assert.Equal(BillRefusal.None, await Student1.SettleBill(id, BillStep.Pay, "jack", "现金"));
        Assert.Equal(BillRefusal.IsPaid, await Student1.SettleBill(id, BillStep.Waive, "jack", "x"));
        Assert.Equal(
            [
                new BillChange(BillStatus.Unpaid, BillStatus.Waived, "rose", at, "电表故障"),
                new BillChange(BillStatus.Waived, BillStatus.Unpaid, "jack", at, null),
                new BillChange(BillStatus.Unpaid, BillStatus.Paid, "jack", at, "现金"),
            ],
            (await Database.Ledger.FindBillAsync(id))!.Changes);
    }

    [Fact]
    public async Task What_may_not_be_is_refused_and_changes_nothing()
    {
        var id = await ChargeAsync(60);
        await Meter("B").Start("c2");
        var open = Assert.Single(await Database.Ledger.OpenChargesAsync()).ChargeId;
        Assert.Equal(BillRefusal.OtherStudent, await Grains.GetGrain<IStudentGrain>("s2").SettleBill(id, BillStep.Pay, "admin", null));
        Assert.Equal(BillRefusal.BillUnknown, await Student1.SettleBill(9_999, BillStep.Pay, "admin", null));
        Assert.Equal(BillRefusal.BillUnknown, await Grains.GetGrain<IStudentGrain>("s2").SettleBill(open, BillStep.Pay, "admin", null));
        Assert.Equal(BillRefusal.ReasonMissing, await Student1.SettleBill(id, BillStep.Waive, "admin", "  "));
        Assert.Equal(BillRefusal.ReasonUnfit, await Student1.SettleBill(id, BillStep.Waive, "admin", new string('x', 201)));
        Assert.Equal(BillRefusal.None, await Student1.SettleBill(id, BillStep.Reopen, "admin", "it is unpaid"));
        var bill = (await Database.Ledger.FindBillAsync(id))!;
        Assert.Equal((BillStatus.Unpaid, 0), (bill.Entry.Bill.Status, bill.Changes.Count));
    }

    [Theory]
    [InlineData(FaultKind.Before)]
    [InlineData(FaultKind.After)]
    public async Task A_settlement_that_failed_has_its_effect_once_when_repeated(FaultKind kind)
    {
        var (first, second) = (await ChargeAsync(60), await ChargeAsync(6));
        Database.FailWrite(1, kind);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Student1.SettleBill(first, BillStep.Pay, "admin", null));
        Database.Heal();
        Assert.Equal(BillRefusal.None, await Student1.SettleBill(first, BillStep.Pay, "admin", null));
        Assert.Single((await Database.Ledger.FindBillAsync(first))!.Changes);
        Assert.Equal(BillStatus.Unpaid, (await Database.Ledger.FindBillAsync(second))!.Entry.Bill.Status);
        Assert.Equal(new StudentAccount("s1", new BillSum(1, 5), new BillSum(1, 50), default), await Database.Ledger.AccountAsync("s1"));
        Assert.Equal(5, (await Database.Ledger.TotalsAsync()).UnpaidFen);
    }

    [Fact]
    public async Task Administrators_at_once_leave_every_bill_settled_once_and_the_sums_right()
    {
        var ids = new List<long>();
        for (var minutes = 1; minutes <= 8; minutes++) ids.Add(await ChargeAsync(minutes)); // 1, 2, 3, 3, 4, 5, 6, 7 fen
        var steps = ids.SelectMany(id => new[] { BillStep.Pay, BillStep.Waive, BillStep.Pay }.Select(step => (id, step)));
        await Task.WhenAll(steps.Select(s => Student1.SettleBill(s.id, s.step, "admin", "试运行")));
        var account = await Database.Ledger.AccountAsync("s1");
        Assert.Equal((new BillSum(8, 31), default(BillSum)), (account.Total, account.Unpaid));
        Assert.Equal(0, (await Database.Ledger.TotalsAsync()).UnpaidFen);
        foreach (var id in ids) Assert.Single((await Database.Ledger.FindBillAsync(id))!.Changes);
    }

    /// <summary>A charge of s1 on meter A at 50 fen an hour; its bill's number.</summary>
    private async Task<long> ChargeAsync(int minutes)
    {
        Assert.Equal(Refusal.None, await Meter("A").Start("c1"));
        var id = (await Meter("A").Status())!.Session!.ChargeId;
        Clock.Advance(TimeSpan.FromMinutes(minutes));
        Assert.Equal(Refusal.None, await Meter("A").End("c1"));
        Assert.NotNull(await Database.Ledger.FindBillAsync(id));
        return id;
    }
}
