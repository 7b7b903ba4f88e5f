using Sems.Storage.Ledger;
using Sems.Storage.Tests.Support;

namespace Sems.Storage.Tests.Lists;

/// <summary>Lists of charges and bills against a plain model: every filter, every order, with many ties, page by page and in batches.</summary>
public abstract class ListTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite() : ListTests(new SqliteTestDatabase());

    public sealed class OnPostgres() : ListTests(new PostgresTestDatabase());

    private readonly List<long> _ids = [];

    [Fact]
    public async Task Every_filter_and_order_finds_what_a_model_finds()
    {
        await FillAsync(new Random(1), 90);
        var charges = (await Storage.Ledger.ChargesAsync(new ChargeFilter(), 1, 500)).Items;
        var bills = (await Storage.Ledger.BillsAsync(new BillFilter(), 1, 500)).Items;
        Assert.Equal(_ids.Count, charges.Count);
        var random = new Random(2);
        for (var i = 0; i < 150; i++)
        {
            var filter = RandomCharges(random);
            var expected = Sorted(charges.Where(c => Fits(filter, c)), c => Key(filter.Sort, c), c => c.ChargeId, filter.Descending);
            await MustBeAsync(expected, $"{filter}", (page, size) => ChargesAsync(filter, page, size), batch => EveryAsync(filter, batch));
            Assert.Equal(expected.Count, await Storage.Ledger.CountChargesAsync(filter));

            var asked = RandomBills(random);
            expected = Sorted(bills.Where(b => Fits(asked, b)), b => Key(asked.Sort, b), b => b.Bill.ChargeId, asked.Descending);
            await MustBeAsync(expected, $"{asked}", (page, size) => BillsAsync(asked, page, size), batch => EveryAsync(asked, batch));
            Assert.Equal(expected.Count, await Storage.Ledger.CountBillsAsync(asked));
            Assert.Equal(bills.Where(b => Fits(asked, b)).Sum(b => b.Bill.Fen), (await Storage.Ledger.BillsAsync(asked, 1, 1)).Sum);
        }
    }

    [Fact]
    public async Task What_is_added_while_a_list_is_read_repeats_and_loses_nothing_else()
    {
        await FillAsync(new Random(3), 20);
        var seen = new List<long>();
        await foreach (var batch in Storage.Ledger.EveryChargeAsync(new ChargeFilter(), 3))
        {
            seen.AddRange(batch.Select(c => c.ChargeId));
            Clock.Advance(TimeSpan.FromSeconds(1));
            await Storage.Ledger.SetStatusAsync(await BeginAsync("s0", "0000", "9"), ChargeStatus.Charging);
        }

        Assert.Equal(_ids.Count, seen.Distinct().Count());
        Assert.Equal(_ids.Count, seen.Count);
    }

    [Fact]
    public async Task A_list_is_counted_to_a_limit_and_has_no_pages_beyond()
    {
        Execute(Many);
        Execute(ManyBills);
        var page = await Storage.Ledger.ChargesAsync(new ChargeFilter(), 1, 2);
        Assert.Equal((100_000, true, 2), (page.Total, page.Capped, page.Items.Count));
        page = await Storage.Ledger.ChargesAsync(new ChargeFilter(MinFen: 3), 1, 2);
        Assert.Equal((100_000, false), (page.Total, page.Capped));
        page = await Storage.Ledger.ChargesAsync(new ChargeFilter(Descending: false), 50_000, 2);
        Assert.Equal([99_999, 100_000], page.Items.Select(c => c.ChargeId));
        page = await Storage.Ledger.ChargesAsync(new ChargeFilter(), 50_001, 2);
        Assert.Equal((100_000, true, 0), (page.Total, page.Capped, page.Items.Count));
        Assert.Equal(100_002, await Storage.Ledger.CountChargesAsync(new ChargeFilter()));
        var bills = await Storage.Ledger.BillsAsync(new BillFilter(Sort: BillSort.Fen), 1, 2);
        Assert.Equal((100_000, true), (bills.Total, bills.Capped));
    }

    private const string Numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100002) ";

    private const string Many = "INSERT INTO charges (charge_id, group_number, ammeter_number, student_number, card_number, status, started_at_ms, ended_at_ms, tariff_json, fen) "
        + Numbers + "SELECT i, 'g', 'a', 's', 'c', 4, i, i + 1, '{}', i FROM n";

    private const string ManyBills = "INSERT INTO bills (charge_id, student_number, group_number, fen, status, created_at_ms) "
        + "SELECT charge_id, 's', 'g', fen, 0, ended_at_ms FROM charges";

    private async Task MustBeAsync(List<long> expected, string asked, Func<int, int, Task<(List<long>, long)>> page, Func<int, Task<List<long>>> every)
    {
        foreach (var size in new[] { 7, 100 })
        {
            var found = new List<long>();
            for (var number = 1; number <= (expected.Count / size) + 1; number++)
            {
                var (items, total) = await page(number, size);
                Assert.Equal(expected.Count, total);
                found.AddRange(items);
            }

            Assert.True(expected.SequenceEqual(found), $"{asked}, pages of {size}: {string.Join(' ', found)}, not {string.Join(' ', expected)}");
            found = await every(size);
            Assert.True(expected.SequenceEqual(found), $"{asked}, batches of {size}: {string.Join(' ', found)}, not {string.Join(' ', expected)}");
        }
    }

    private async Task<(List<long>, long)> ChargesAsync(ChargeFilter filter, int page, int size)
    {
        var found = await Storage.Ledger.ChargesAsync(filter, page, size);
        return ([.. found.Items.Select(c => c.ChargeId)], found.Total);
    }

    private async Task<(List<long>, long)> BillsAsync(BillFilter filter, int page, int size)
    {
        var found = await Storage.Ledger.BillsAsync(filter, page, size);
        return ([.. found.Items.Select(b => b.Bill.ChargeId)], found.Total);
    }

    private async Task<List<long>> EveryAsync(ChargeFilter filter, int size)
    {
        var found = new List<long>();
        await foreach (var batch in Storage.Ledger.EveryChargeAsync(filter, size)) found.AddRange(batch.Select(c => c.ChargeId));
        return found;
    }

    private async Task<List<long>> EveryAsync(BillFilter filter, int size)
    {
        var found = new List<long>();
        await foreach (var batch in Storage.Ledger.EveryBillAsync(filter, size)) found.AddRange(batch.Select(b => b.Bill.ChargeId));
        return found;
    }

    /// <summary>Charges of few students, places, times and prices: ties everywhere. Some are open, one is still starting.</summary>
    private async Task FillAsync(Random random, int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (random.Next(2) == 0) Clock.Advance(TimeSpan.FromMinutes(1));
            var student = $"s{random.Next(4)}";
            var id = await BeginAsync(student, $"000{random.Next(3)}", $"{random.Next(3)}");
            _ids.Add(id);
            await Storage.Ledger.SetStatusAsync(id, (ChargeStatus)random.Next(1, 4));
            if (random.Next(5) == 0) continue;
            var energy = random.Next(4) == 0 ? (double?)null : random.Next(4) * 0.1;
            await Storage.Ledger.CloseChargeAsync(End(id, student, random.Next(4)) with { EnergyWh = energy });
            if (random.Next(3) == 0)
                await Storage.Ledger.SettleBillAsync(new BillSettlement(id, student, (BillStatus)random.Next(1, 3), "admin", Clock.GetUtcNow(), "试运行"));
        }

        await BeginAsync("s0", "0000", "0");
    }

    private ChargeFilter RandomCharges(Random random) => new(
        Maybe(random, 3, () => $"000{random.Next(3)}"), Maybe(random, 4, () => $"{random.Next(3)}"), Maybe(random, 4, () => $"s{random.Next(4)}"),
        Maybe(random, 3, () => Enumerable.Range(1, 4).Where(_ => random.Next(2) == 0).Select(s => (ChargeStatus)s).ToList()),
        Time(random), Time(random), Fen(random), Fen(random), (ChargeSort)random.Next(4), random.Next(2) == 0);

    private BillFilter RandomBills(Random random) => new(
        Maybe(random, 4, () => $"s{random.Next(4)}"), Maybe(random, 3, () => $"000{random.Next(3)}"),
        random.Next(3) == 0 ? (BillStatus)random.Next(3) : null, Time(random), Time(random), Fen(random), Fen(random), (BillSort)random.Next(2), random.Next(2) == 0);

    private static T? Maybe<T>(Random random, int oneIn, Func<T> make) where T : class => random.Next(oneIn) == 0 ? make() : null;

    private DateTimeOffset? Time(Random random) => random.Next(3) == 0 ? Clock.GetUtcNow().AddMinutes(-random.Next(50)) : null;

    private static long? Fen(Random random) => random.Next(3) == 0 ? random.Next(4) : null;

    private static bool Fits(ChargeFilter filter, ChargeRecord charge) =>
        (filter.Group is null || filter.Group == charge.Group) && (filter.Ammeter is null || filter.Ammeter == charge.Ammeter)
        && (filter.StudentNumber is null || filter.StudentNumber == charge.StudentNumber)
        && (filter.Statuses is null || filter.Statuses.Contains(charge.Status))
        && (filter.From is null || charge.StartedAt >= filter.From) && (filter.To is null || charge.StartedAt < filter.To)
        && (filter.MinFen is null || charge.Bill?.Fen >= filter.MinFen) && (filter.MaxFen is null || charge.Bill?.Fen <= filter.MaxFen);

    private static bool Fits(BillFilter filter, BillEntry bill) =>
        (filter.Group is null || filter.Group == bill.Group) && (filter.StudentNumber is null || filter.StudentNumber == bill.Bill.StudentNumber)
        && (filter.Status is null || filter.Status == bill.Bill.Status)
        && (filter.From is null || bill.Bill.CreatedAt >= filter.From) && (filter.To is null || bill.Bill.CreatedAt < filter.To)
        && (filter.MinFen is null || bill.Bill.Fen >= filter.MinFen) && (filter.MaxFen is null || bill.Bill.Fen <= filter.MaxFen);

    private static double Key(ChargeSort sort, ChargeRecord charge) => sort switch
    {
        ChargeSort.StartedAt => charge.StartedAt.ToUnixTimeMilliseconds(),
        ChargeSort.EndedAt => charge.EndedAt?.ToUnixTimeMilliseconds() ?? double.MinValue,
        ChargeSort.Fen => charge.Bill?.Fen ?? double.MinValue,
        _ => charge.EnergyWh ?? double.MinValue,
    };

    private static double Key(BillSort sort, BillEntry bill) => sort == BillSort.Fen ? bill.Bill.Fen : bill.Bill.CreatedAt.ToUnixTimeMilliseconds();

    private static List<long> Sorted<T>(IEnumerable<T> rows, Func<T, double> key, Func<T, long> id, bool descending)
    {
        var sorted = rows.OrderBy(key).ThenBy(id).Select(id).ToList();
        if (descending) sorted.Reverse();
        return sorted;
    }
}
