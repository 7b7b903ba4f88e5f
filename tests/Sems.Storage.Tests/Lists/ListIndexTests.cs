using Sems.Storage.Ledger;
using Sems.Storage.Ledger.Lists;
using Sems.Storage.Sql;
using Sems.Storage.Tests.Support;

namespace Sems.Storage.Tests.Lists;

/// <summary>Whatever a list is asked for, SQLite finds it in an index alone, and in its order where that is the one it is sorted by.</summary>
public sealed class ListIndexTests : StorageFixture
{
    public static TheoryData<string?, string?, string?, bool, ChargeSort> Charges()
    {
        var all = new TheoryData<string?, string?, string?, bool, ChargeSort>();
        foreach (var sort in Enum.GetValues<ChargeSort>())
        {
            foreach (var (student, group, ammeter) in new[] { (null, null, null), ("s", null, null), (null, "g", null), (null, "g", "a"), (null, null, "a"), ((string?)"s", "g", (string?)"a") })
            {
                all.Add(student, group, ammeter, false, sort);
                all.Add(student, group, ammeter, true, sort);
            }
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(Charges))]
    public void Charges_are_found_in_an_index(string? student, string? group, string? ammeter, bool open, ChargeSort sort)
    {
        var filter = new ChargeFilter(group, ammeter, student, open ? [ChargeStatus.Charging] : null, Sort: sort);
        foreach (var asked in new[] { filter, filter with { From = Clock.GetUtcNow() }, filter with { MinFen = 5, MaxFen = 7, Descending = false } })
            MustUseIndexes(ChargeLists.Of(asked), covered: student is null && (ammeter is not null || group is not null || !open));
    }

    [Theory]
    [InlineData("s", "", null, "bills_by_student")]
    [InlineData("s", "g", BillStatus.Paid, "bills_by_student")]
    [InlineData("", "g", null, "bills_by_group")]
    [InlineData("", "g", BillStatus.Unpaid, "bills_by_group")]
    [InlineData("", "", BillStatus.Unpaid, "bills_by_status")]
    [InlineData("", "", null, "bills_by_time")]
    public void Bills_are_found_in_an_index(string student, string group, BillStatus? status, string index)
    {
        foreach (var sort in Enum.GetValues<BillSort>())
        {
            var all = new BillFilter(student == "" ? null : student, group == "" ? null : group, status, Sort: sort);
            foreach (var filter in new[] { all, all with { From = Clock.GetUtcNow() }, all with { MinFen = 3, To = Clock.GetUtcNow(), Descending = false } })
            {
                var list = BillLists.Of(filter);
                Assert.Contains(list.Ways, way => way.Index == index);
                MustUseIndexes(list, covered: student == "" || group == "");
            }
        }
    }

    [Fact]
    public void Rows_of_a_page_are_found_by_their_ids()
    {
        var list = ChargeLists.Of(new ChargeFilter());
        var plan = Plan(LedgerQueries.Columns + $"FROM ({list.PageSql(SqlDialect.Sqlite, list.Ways[0]).Sql}) AS p CROSS JOIN charges c ON c.charge_id = p.charge_id LEFT JOIN bills b ON b.charge_id = c.charge_id");
        Assert.Contains("SEARCH c USING INTEGER PRIMARY KEY", plan);
    }

    private void MustUseIndexes(ListRequest list, bool covered)
    {
        foreach (var way in list.Ways)
        {
            var place = new ListPlace(7L, 7);
            foreach (var sql in new[] { list.PageSql(SqlDialect.Sqlite, way), list.NextSql(SqlDialect.Sqlite, way, false, place), list.CountSql(SqlDialect.Sqlite, way) })
            {
                var plan = Plan(sql.Sql);
                Assert.Contains(way.Index, plan);
                if (way.Order == list.Sort) Assert.DoesNotContain("TEMP B-TREE", plan);
                if (covered && way.Index != "charges_open" && CoversSort(way, list)) Assert.Contains("COVERING INDEX " + way.Index, plan);
                if (list.Narrows(way)) Assert.Contains("SEARCH t", plan);
            }

            Assert.Contains(way.Index, Plan(list.WeighSql(SqlDialect.Sqlite, way).Sql));
        }
    }

    /// <summary>The indexes of when it ended and of energy are walked in their own order only.</summary>
    private static bool CoversSort(ListWay way, ListRequest list) => way.Index is not ("charges_by_end" or "charges_by_energy") || way.Order == list.Sort;

    private string Plan(string sql)
    {
        using var database = OtherConnection();
        return QueryPlan.Of(database, sql);
    }
}
