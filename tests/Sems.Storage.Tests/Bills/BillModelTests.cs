using Sems.Storage.Ledger;
using Sems.Storage.Reports;
using Sems.Storage.Sql;
using Sems.Storage.Tests.Support;

namespace Sems.Storage.Tests.Bills;

/// <summary>Whatever happens in whatever order, what a student owes and the campus's totals are the sums of the bills.</summary>
public abstract class BillModelTests(TestDatabase database, int atOnce) : DatabaseTests(database)
{
    public sealed class OnSqlite() : BillModelTests(new SqliteTestDatabase(), 5);

    /// <summary>One after the other: there is no queue whose order calls keep.</summary>
    public sealed class OnPostgres() : BillModelTests(new PostgresTestDatabase(), 1);

    private readonly List<Entry> _model = [];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Random_settling_with_failing_writes_and_crashes_agrees_with_a_model(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 100; round++)
        {
            Clock.Advance(TimeSpan.FromMilliseconds(random.Next(3)) + TimeSpan.FromHours(round % 8 == 7 ? 17 : 0));
            var fault = random.Next(4) == 0 ? (WriteStep?)random.Next(1, 3) : null;
            if (random.Next(3) == 0 || _model.Count == 0) await BillAsync(random, fault);
            else await SettleSeveralAsync(random, fault);
            if (random.Next(20) == 0) await ReopenAsync();
            await MustAgreeAsync();
            if (round % 20 == 0) await SumsMustAgreeAsync();
        }

        await SumsMustAgreeAsync();
        await CrashAsync();
        await MustAgreeAsync();
        await SumsMustAgreeAsync();
        Assert.True(Faults.Failed > 5, $"only {Faults.Failed} writes failed");
        Assert.Contains(_model, b => b.Changes.Count > 2);
    }

    private async Task BillAsync(Random random, WriteStep? fault)
    {
        var (student, fen) = ($"s{random.Next(4)}", random.Next(4) == 0 ? 0 : random.Next(1, 500));
        var id = await BeginAsync(student, $"000{random.Next(2)}", $"{_model.Count}");
        Faults.Failing = fault;
        if (fault is not null) await Assert.ThrowsAsync<StorageUnavailableException>(() => Storage.Ledger.CloseChargeAsync(End(id, student, fen)));
        Faults.Failing = null;
        await Storage.Ledger.CloseChargeAsync(End(id, student, fen));
        var group = (await Storage.Ledger.FindChargeAsync(id))!.Group;
        _model.Add(new Entry(id, student, fen, group, Clock.GetUtcNow()));
    }

    /// <summary>A few changes at once, in one transaction or several: all are made in their order, or, with a fault, none.</summary>
    private async Task SettleSeveralAsync(Random random, WriteStep? fault)
    {
        Faults.Failing = fault;
        var calls = new List<(BillSettlement Wanted, Task<BillOutcome> Outcome)>();
        for (var i = random.Next(atOnce) + 1; i > 0; i--)
        {
            var bill = _model[random.Next(_model.Count)];
            var student = random.Next(8) == 0 ? "s9" : bill.Student;
            var id = random.Next(12) == 0 ? 99_999 : bill.Id;
            var wanted = new BillSettlement(id, student, (BillStatus)random.Next(3), $"admin{i}", Clock.GetUtcNow(), $"第 {i} 次");
            calls.Add((wanted, Storage.Ledger.SettleBillAsync(wanted)));
        }

        foreach (var (wanted, outcome) in calls)
        {
            if (fault is null) Assert.Equal(Expect(wanted), await outcome);
            else await Assert.ThrowsAsync<StorageUnavailableException>(() => outcome);
        }

        Faults.Failing = null;
    }

    private BillOutcome Expect(BillSettlement wanted)
    {
        if (_model.Find(b => b.Id == wanted.ChargeId) is not { } bill) return BillOutcome.Unknown;
        if (bill.Student != wanted.StudentNumber) return BillOutcome.OtherStudent;
        if (bill.Status == wanted.To) return BillOutcome.Unchanged;
        if (bill.Status == BillStatus.Paid && wanted.To == BillStatus.Waived) return BillOutcome.IsPaid;
        if (bill.Status == BillStatus.Waived && wanted.To == BillStatus.Paid) return BillOutcome.IsWaived;
        bill.Changes.Add(new BillChange(bill.Status, wanted.To, wanted.By, wanted.At, wanted.Reason));
        bill.Status = wanted.To;
        return BillOutcome.Changed;
    }

    private async Task MustAgreeAsync()
    {
        foreach (var student in new[] { "s0", "s1", "s2", "s3", "s9" })
        {
            BillSum Sum(BillStatus status) => Add(_model.Where(b => b.Student == student && b.Status == status));
            var account = await Storage.Ledger.AccountAsync(student);
            Assert.Equal(new StudentAccount(student, Sum(BillStatus.Unpaid), Sum(BillStatus.Paid), Sum(BillStatus.Waived)), account);
            Assert.Equal(Add(_model.Where(b => b.Student == student)), account.Total);
            Assert.Equal(account.Unpaid.Fen, await Storage.Ledger.UnpaidFenAsync(student));
        }

        var (all, unpaid) = (Add(_model), Add(_model.Where(b => b.Status == BillStatus.Unpaid)));
        Assert.Equal(new LedgerTotals(0, all.Count, all.Count, all.Fen, unpaid.Fen, 12.5 * all.Count), await Storage.Ledger.TotalsAsync());
        Assert.Equal(unpaid.Count, (await Storage.Ledger.BillsAsync(new BillFilter(Status: BillStatus.Unpaid), 1, 1)).Total);
        foreach (var bill in _model)
        {
            var kept = (await Storage.Ledger.FindBillAsync(bill.Id))!;
            Assert.Equal((bill.Fen, bill.Status), (kept.Entry.Bill.Fen, kept.Entry.Bill.Status));
            Assert.Equal(bill.Changes, kept.Changes);
        }
    }

    /// <summary>The sums by day, station and student are those of the bills.</summary>
    private async Task SumsMustAgreeAsync()
    {
        var (first, last) = (ChinaDay.Of(ManualTimeProvider.Start), ChinaDay.Of(Clock.GetUtcNow()));
        foreach (var group in new[] { null, "0000", "0001" })
        {
            foreach (var student in new[] { null, "s1" })
            {
                var filter = new SumFilter(first + 1, last, group, student);
                var bills = _model.Where(b => ChinaDay.Of(b.At) > first && (group is null || b.Group == group) && (student is null || b.Student == student)).ToList();
                MustBe(bills.GroupBy(b => $"{ChinaDay.Of(b.At)}"), await Storage.Reports.ByDayAsync(filter));
                MustBe(bills.GroupBy(b => b.Group), await Storage.Reports.ByStationAsync(filter));
                var found = await Storage.Reports.ByStudentAsync(filter, 1, 10);
                MustBe(bills.GroupBy(b => b.Student), found.Items);
                Assert.Equal(bills.Select(b => b.Student).Distinct().Count(), found.Total);
                Assert.Equal(found.Items.Skip(1).Take(2).Select(r => r.Key), (await Storage.Reports.ByStudentAsync(filter, 2, 1)).Items.Concat((await Storage.Reports.ByStudentAsync(filter, 3, 1)).Items).Select(r => r.Key));
            }
        }

        Assert.Equal(Sum(_model.Where(b => ChinaDay.Of(b.At) == last)), await Storage.Reports.DayAsync(last));
        var (from, to) = (Clock.GetUtcNow().AddHours(-40), Clock.GetUtcNow().AddHours(-3));
        Assert.Equal(Sum(_model.Where(b => b.At >= from && b.At < to)), await Storage.Reports.SpanAsync(from, to));
        foreach (var status in new BillStatus?[] { null, BillStatus.Unpaid, BillStatus.Waived })
        {
            foreach (var filter in new BillFilter[] { new(Status: status), new(Status: status, From: from, To: to), new(Status: status, From: from, Group: "0001"), new(Status: status, To: from) })
            {
                var fen = _model.Where(b => (status is null || b.Status == status) && (filter.Group is null || b.Group == filter.Group)
                    && (filter.From is null || b.At >= filter.From) && (filter.To is null || b.At < filter.To)).Sum(b => b.Fen);
                Assert.Equal(fen, (await Storage.Ledger.BillsAsync(filter, 1, 1)).Sum);
                Assert.Equal(fen, await Storage.Reports.BillsFenAsync(filter));
            }
        }

        Assert.Null(await Storage.Reports.BillsFenAsync(new BillFilter(MinFen: 1)));
        var owing = _model.Where(b => b.Status == BillStatus.Unpaid).GroupBy(b => b.Student)
            .Select(g => new ArrearsRow(g.Key, Add(g), g.Min(b => b.At), false)).Where(a => a.Unpaid.Fen > 0)
            .OrderByDescending(a => a.Unpaid.Fen).ThenByDescending(a => a.StudentNumber, StringComparer.Ordinal).ToList();
        Assert.Equal(owing, (await Storage.Reports.ArrearsAsync(true, 1, 10)).Items);
        owing.Reverse();
        Assert.Equal(owing.Skip(1).Take(1), (await Storage.Reports.ArrearsAsync(false, 2, 1)).Items);
    }

    private static void MustBe(IEnumerable<IGrouping<string, Entry>> expected, IReadOnlyList<SumRow> found) => Assert.Equal(
        expected.Select(g => (g.Key, Sum(g))).OrderBy(s => s.Key), found.Select(r => (r.Key, r.Sum)).OrderBy(s => s.Key));

    private static DaySum Sum(IEnumerable<Entry> bills) => bills.Aggregate(default(DaySum), (sum, b) =>
        sum + DaySum.Of(b.Status, new BillSum(1, b.Fen)) + new DaySum(1, 12.5, default, default, default));

    private static BillSum Add(IEnumerable<Entry> bills) => new(bills.Count(), bills.Sum(b => b.Fen));

    private sealed record Entry(long Id, string Student, long Fen, string Group, DateTimeOffset At)
    {
        public BillStatus Status { get; set; }

        public List<BillChange> Changes { get; } = [];
    }
}
