using Sems.Storage.Ledger;
using Sems.Storage.Tests.Support;

namespace Sems.Storage.Tests.Bills;

/// <summary>Lists of bills and a student's account.</summary>
public abstract class BillListTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite() : BillListTests(new SqliteTestDatabase());

    public sealed class OnPostgres() : BillListTests(new PostgresTestDatabase());

    [Fact]
    public async Task Lists_are_filtered_paged_and_newest_first()
    {
        var start = Clock.GetUtcNow();
        var ids = await TwelveAsync();
        Assert.Equal("12: 11 10 9", await ListAsync(new BillFilter(), 1, 3));
        Assert.Equal("12: 2 1 0", await ListAsync(new BillFilter(), 4, 3));
        Assert.Equal("12: ", await ListAsync(new BillFilter(), 5, 3));
        Assert.Equal("4: 10 7 4 1", await ListAsync(new BillFilter("s1")));
        Assert.Equal("6: 11 9 7 5 3 1", await ListAsync(new BillFilter(Group: "0001")));
        Assert.Equal("2: 7 1", await ListAsync(new BillFilter("s1", "0001")));
        Assert.Equal("6: 11 8 7", await ListAsync(new BillFilter(Status: BillStatus.Unpaid), 1, 3));
        Assert.Equal("3: 9 5 1", await ListAsync(new BillFilter(Status: BillStatus.Paid)));
        Assert.Equal("1: 10", await ListAsync(new BillFilter("s1", "0000", BillStatus.Waived)));
        Assert.Equal("3: 11 7 3", await ListAsync(new BillFilter(Group: "0001", Status: BillStatus.Unpaid)));
        Assert.Equal("10: 11 10", await ListAsync(new BillFilter(From: start.AddMinutes(3)), 1, 2));
        Assert.Equal("2: 3 2", await ListAsync(new BillFilter(From: start.AddMinutes(3), To: start.AddMinutes(5))));
        Assert.Equal("0: ", await ListAsync(new BillFilter(From: start.AddMinutes(5), To: start.AddMinutes(3))));
        Assert.Equal("1: 4", await ListAsync(new BillFilter("s1", "0000", BillStatus.Unpaid, start, start.AddMinutes(9))));
        Assert.Equal("0: ", await ListAsync(new BillFilter("nobody")));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Storage.Ledger.BillsAsync(new BillFilter(), 0, 10));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Storage.Ledger.BillsAsync(new BillFilter(), 1, 0));

        async Task<string> ListAsync(BillFilter filter, int page = 1, int size = 20)
        {
            var list = await Storage.Ledger.BillsAsync(filter, page, size);
            return $"{list.Total}: {string.Join(' ', list.Items.Select(b => ids.IndexOf(b.Bill.ChargeId)))}";
        }
    }

    [Fact]
    public async Task An_account_adds_up_a_students_bills_by_status()
    {
        await TwelveAsync();
        Assert.Equal(new StudentAccount("s1", new BillSum(2, 11), new BillSum(1, 1), new BillSum(1, 10)), await Storage.Ledger.AccountAsync("s1"));
        Assert.Equal(new BillSum(4, 22), (await Storage.Ledger.AccountAsync("s1")).Total);
        Assert.Equal(new StudentAccount("nobody", default, default, default), await Storage.Ledger.AccountAsync("nobody"));
    }

    /// <summary>Bill i is of i fen, student i mod 3, station i mod 2; of four in a row the second is paid, the third waived.</summary>
    private async Task<List<long>> TwelveAsync()
    {
        var ids = new List<long>();
        for (var i = 0; i < 12; i++)
        {
            Clock.Advance(TimeSpan.FromMinutes(1));
            var (student, id) = ($"s{i % 3}", await BeginAsync($"s{i % 3}", $"000{i % 2}", $"{i % 4}"));
            ids.Add(id);
            await Storage.Ledger.CloseChargeAsync(End(id, student, i));
            if (i % 4 is not (1 or 2)) continue;
            var to = i % 4 == 1 ? BillStatus.Paid : BillStatus.Waived;
            await Storage.Ledger.SettleBillAsync(new BillSettlement(id, student, to, "admin", Clock.GetUtcNow(), "试运行"));
        }
        return ids;
    }
}
