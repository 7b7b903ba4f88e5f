using Sems.Storage.Decisions;
using Sems.Storage.Ledger;
using Sems.Storage.Ledger.Student;
using Sems.Storage.Reports;
using Sems.Storage.Sql;
using Sems.Storage.Tests.Support;

namespace Sems.Storage.Tests.StudentLedger;

/// <summary>What one student reads of the ledger, and that nothing of another's is among it.</summary>
public abstract class StudentLedgerTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite() : StudentLedgerTests(new SqliteTestDatabase());

    public sealed class OnPostgres() : StudentLedgerTests(new PostgresTestDatabase());

    private IStudentLedgerReader Ledger => Storage.StudentLedger;

    [Fact]
    public async Task A_charge_is_found_by_its_student_alone_and_not_before_it_has_begun()
    {
        var id = await BeginAsync("s1");
        Assert.Null(await Ledger.FindChargeAsync("s1", id));
        await Storage.Ledger.SetStatusAsync(id, ChargeStatus.Charging);
        Assert.Equal(id, (await Ledger.FindChargeAsync("s1", id))!.ChargeId);
        Assert.Null(await Ledger.FindChargeAsync("s2", id));
        Assert.Null(await Ledger.FindChargeAsync("s1", id + 1));
        Assert.Null(await Ledger.FindBillAsync("s1", id));
    }

    [Fact]
    public async Task Open_charges_are_the_students_own_oldest_first()
    {
        var (starting, ended, first) = (await BeginAsync("s1"), await OpenAsync("s1"), await OpenAsync("s1"));
        var (others, second) = (await OpenAsync("s2"), await OpenAsync("s1"));
        await Storage.Ledger.CloseChargeAsync(End(ended, "s1"));
        await Storage.Ledger.SetStatusAsync(second, ChargeStatus.Paused);
        var open = await Ledger.OpenChargesAsync("s1");
        Assert.Equal([first, second], open.Select(c => c.ChargeId));
        Assert.Equal([ChargeStatus.Charging, ChargeStatus.Paused], open.Select(c => c.Status));
        Assert.DoesNotContain(open, c => c.ChargeId == starting || c.ChargeId == others);
        Assert.Empty(await Ledger.OpenChargesAsync("nobody"));
    }

    [Fact]
    public async Task Bills_tell_when_and_why_they_were_settled()
    {
        var ids = new List<long>();
        foreach (var (student, fen) in new[] { ("s1", 10L), ("s1", 20), ("s2", 30), ("s1", 40) })
        {
            Clock.Advance(TimeSpan.FromMinutes(1));
            ids.Add(await OpenAsync(student));
            await Storage.Ledger.CloseChargeAsync(End(ids[^1], student, fen));
        }
        var paidAt = await SettleAsync(ids[0], BillStatus.Paid, null);
        await SettleAsync(ids[1], BillStatus.Paid, "输错");
        await SettleAsync(ids[1], BillStatus.Unpaid, "改回");
        var waivedAt = await SettleAsync(ids[1], BillStatus.Waived, "充电桩故障");

        var all = await Ledger.BillsAsync("s1", null, 1, 2);
        Assert.Equal((3, "40 20"), (all.Total, Fen(all)));
        Assert.Equal("10", Fen(await Ledger.BillsAsync("s1", null, 2, 2)));
        Assert.Equal("40", Fen(await Ledger.BillsAsync("s1", BillStatus.Unpaid, 1, 9)));
        Assert.Equal("20", Fen(await Ledger.BillsAsync("s1", BillStatus.Waived, 1, 9)));
        Assert.Equal((waivedAt, "充电桩故障"), Settled(all.Items[1]));
        Assert.Equal((null, null), Settled(all.Items[0]));
        Assert.Equal((paidAt, null), Settled((await Ledger.FindBillAsync("s1", ids[0]))!));
        Assert.Equal((waivedAt, "充电桩故障"), Settled((await Ledger.FindBillAsync("s1", ids[1]))!));
        Assert.Null(await Ledger.FindBillAsync("s1", ids[2]));
        Assert.Null(await Ledger.FindBillAsync("nobody", ids[0]));
        Assert.Empty((await Ledger.BillsAsync("nobody", null, 1, 9)).Items);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Ledger.BillsAsync("s1", null, 0, 9));

        async Task<DateTimeOffset> SettleAsync(long id, BillStatus to, string? reason)
        {
            Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal(BillOutcome.Changed, await Storage.Ledger.SettleBillAsync(new BillSettlement(id, "s1", to, "admin", Clock.GetUtcNow(), reason)));
            return Clock.GetUtcNow();
        }
    }

    [Fact]
    public async Task Notes_are_of_the_students_charges_in_order()
    {
        var (mine, also, others) = (await OpenAsync("s1"), await OpenAsync("s1"), await OpenAsync("s2"));
        foreach (var (id, number, rule) in new[] { (also, 1, "full"), (mine, 2, "overtime"), (mine, 1, "full"), (others, 1, "full") })
            await Storage.Decisions.AddAsync(new DecisionRecord(id, number, rule, "alarm", Clock.GetUtcNow(), "为什么", []));
        var notes = await Ledger.NotesAsync("s1", [mine, also, others]);
        Assert.Equal([(mine, "full"), (mine, "overtime"), (also, "full")], notes.Select(n => (n.ChargeId, n.Rule)));
        Assert.Equal(new ChargeNote(mine, "full", "alarm", Clock.GetUtcNow(), "为什么"), notes[0]);
        Assert.Empty(await Ledger.NotesAsync("s1", [others]));
        Assert.Empty(await Ledger.NotesAsync("s1", []));
    }

    [Fact]
    public async Task Days_are_a_students_own()
    {
        foreach (var student in new[] { "s1", "s2", "s1" }) await Storage.Ledger.CloseChargeAsync(End(await OpenAsync(student), student, 50));
        var today = ChinaDay.Of(Clock.GetUtcNow());
        var day = Assert.Single(await Storage.Reports.ByDayAsync(new SumFilter(today - 400, today, StudentNumber: "s1")));
        Assert.Equal((2, 25.0, 100), (day.Sum.Sessions, day.Sum.EnergyWh, day.Sum.Bills.Fen));
    }

    private static string Fen(Page<StudentBill> page) => string.Join(' ', page.Items.Select(b => b.Charge.Bill!.Fen));

    private static (DateTimeOffset?, string?) Settled(StudentBill bill) => (bill.SettledAt, bill.Reason);

    private async Task<long> OpenAsync(string student)
    {
        var id = await BeginAsync(student);
        await Storage.Ledger.SetStatusAsync(id, ChargeStatus.Charging);
        Clock.Advance(TimeSpan.FromSeconds(1));
        return id;
    }
}

/// <summary>The indexes SQLite finds a student's ledger by.</summary>
public sealed class StudentLedgerIndexTests : StorageFixture
{
    [Fact]
    public void Open_charges_are_found_by_the_student()
    {
        using var database = OtherConnection();
        Assert.Contains("charges_by_student (student_number=?)", QueryPlan.Of(database, StudentQueries.OpenSql(SqlDialect.Sqlite)));
    }

}
