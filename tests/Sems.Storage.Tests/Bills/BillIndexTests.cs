using Sems.Storage.Ledger;
using Sems.Storage.Sql;
using Sems.Storage.Sqlite;
using Sems.Storage.Sqlite.Raw;
using Sems.Storage.Tests.Support;

namespace Sems.Storage.Tests.Bills;

/// <summary>The indexes SQLite finds bills by, and bills from before there were some of them.</summary>
public sealed class BillIndexTests : StorageFixture
{
    [Theory]
    [InlineData("s", "", null, "bills_by_student")]
    [InlineData("s", "g", BillStatus.Paid, "bills_by_student")]
    [InlineData("", "g", null, "bills_by_group")]
    [InlineData("", "g", BillStatus.Unpaid, "bills_by_group")]
    [InlineData("", "", BillStatus.Unpaid, "bills_by_status")]
    [InlineData("", "", null, "bills_by_time")]
    public void A_page_is_found_in_an_index_that_has_its_order(string student, string group, BillStatus? status, string index)
    {
        var all = new BillFilter(student == "" ? null : student, group == "" ? null : group, status);
        foreach (var filter in new[] { all, all with { From = Clock.GetUtcNow() }, all with { From = Clock.GetUtcNow(), To = Clock.GetUtcNow() } })
        {
            var page = Plan(BillQueries.PageSql(SqlDialect.Sqlite, filter).Sql);
            Assert.Contains(index, page);
            Assert.DoesNotContain("TEMP B-TREE", page);
            Assert.DoesNotContain("SCAN c", page);
            Assert.Contains("COVERING INDEX bills_", Plan(BillQueries.CountSql(SqlDialect.Sqlite, filter with { Group = student == "" ? filter.Group : null }).Sql));
        }
    }

    [Fact]
    public void An_account_is_read_from_an_index_alone() => Assert.Contains("COVERING INDEX bills_by_student", Plan(BillQueries.AccountSql));

    [Fact]
    public void Bills_of_before_get_their_station()
    {
        using var database = SqliteDatabase.OpenWriter(PathOf("older.db"), TimeSpan.Zero, 1000);
        var scripts = Migrator.Embedded();
        new Migrator([.. scripts.Where(s => s.Number < 3)], Clock).Migrate(database);
        database.Execute("""
            INSERT INTO charges (charge_id, group_number, ammeter_number, student_number, card_number, status, started_at_ms, tariff_json)
            VALUES (7, '0002', 'B', 's1', 'c1', 4, 1000, '{}'), (8, '0003', 'C', 's1', 'c1', 4, 1500, '{}');
            INSERT INTO bills VALUES (7, 's1', 60, 0, 2000), (8, 's1', 5, 1, 2500);
            """);
        new Migrator(scripts, Clock).Migrate(database);
        var session = new SqliteSession(database);
        var at = DateTimeOffset.UnixEpoch;
        Assert.Equal(
            [
                new BillEntry(new BillRecord(8, "s1", 5, BillStatus.Paid, at.AddMilliseconds(2500)), "0003", "C", at.AddMilliseconds(1500)),
                new BillEntry(new BillRecord(7, "s1", 60, BillStatus.Unpaid, at.AddMilliseconds(2000)), "0002", "B", at.AddMilliseconds(1000)),
            ],
            SqliteSession.Done(BillQueries.PageAsync(session, new BillFilter(), 1, 10)).Items);
        Assert.Equal(60, SqliteSession.Done(LedgerQueries.UnpaidFenAsync(session, "s1")));
    }

    private string Plan(string sql)
    {
        using var database = OtherConnection();
        var plan = new List<string>();
        using var rows = database.Statement("EXPLAIN QUERY PLAN " + sql);
        while (rows.Step()) plan.Add(rows.Text(3));
        return string.Join('\n', plan);
    }
}
