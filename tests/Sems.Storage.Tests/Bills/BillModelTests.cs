using Sems.Storage.Ledger;
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
            Clock.Advance(TimeSpan.FromMilliseconds(random.Next(3)));
            var fault = random.Next(4) == 0 ? (WriteStep?)random.Next(1, 3) : null;
            if (random.Next(3) == 0 || _model.Count == 0) await BillAsync(random, fault);
            else await SettleSeveralAsync(random, fault);
            if (random.Next(20) == 0) await ReopenAsync();
            await MustAgreeAsync();
        }

        await CrashAsync();
        await MustAgreeAsync();
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
        _model.Add(new Entry(id, student, fen));
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

    private static BillSum Add(IEnumerable<Entry> bills) => new(bills.Count(), bills.Sum(b => b.Fen));

    private sealed record Entry(long Id, string Student, long Fen)
    {
        public BillStatus Status { get; set; }

        public List<BillChange> Changes { get; } = [];
    }
}
