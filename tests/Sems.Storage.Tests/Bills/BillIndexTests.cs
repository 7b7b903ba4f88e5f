using Sems.Storage.Ledger;
using Sems.Storage.Sql;
using Sems.Storage.Sqlite;
using Sems.Storage.Sqlite.Raw;
using Sems.Storage.Tests.Support;

namespace Sems.Storage.Tests.Bills;

/// <summary>The indexes SQLite finds bills by, and bills from before there were some of them.</summary>
public sealed class BillIndexTests : StorageFixture
{
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
            SqliteSession.Done(BillLists.Reader.PageAsync(session, BillLists.Of(new BillFilter()), 1, 10)).Items);
        var day = ChinaDay.Of(at);
        Assert.Equal(
            [
                (day, "0002", new DaySum(0, 0, new BillSum(1, 60), default, default)),
                (day, "0003", new DaySum(0, 0, default, new BillSum(1, 5), default)),
            ],
            SqliteSession.Done(session.ListAsync(
                $"SELECT d.day, d.group_number, {DailySums.Columns} FROM daily_totals d GROUP BY d.day, d.group_number ORDER BY 1, 2",
                row => (row.Int(0), row.Text(1), DailySums.Read(row, 2)))));
        Assert.Equal(60, SqliteSession.Done(session.OneAsync("SELECT unpaid_fen FROM arrears WHERE student_number = 's1' AND unpaid_bills = 1", row => row.Long(0))));
        Assert.Equal(5, SqliteSession.Done(session.OneAsync("SELECT fen FROM charges WHERE charge_id = 8", row => row.Long(0))));
        Assert.Equal(60, SqliteSession.Done(LedgerQueries.UnpaidFenAsync(session, "s1")));
    }

    private string Plan(string sql)
    {
        using var database = OtherConnection();
        return QueryPlan.Of(database, sql);
    }
}
