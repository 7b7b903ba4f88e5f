using System.Diagnostics;
using Sems.Storage.Registry;
using Sems.Storage.Sql;
using Sems.Storage.Tests.Support;

namespace Sems.Storage.Tests.Registry;

/// <summary>How SQLite finds students among many.</summary>
public sealed class StudentIndexTests : StorageFixture
{
    private const int Students = 100_000;

    public static TheoryData<StudentFilter, string> Plans => new()
    {
        { new StudentFilter(), "SCAN s|COVERING INDEX bills_unpaid|COVERING INDEX charges_by_student" },
        {
            new StudentFilter("1"),
            "students USING PRIMARY KEY (student_number>? AND student_number<?)|cards USING PRIMARY KEY (card_number>? AND card_number<?)"
            + "|sqlite_autoindex_students_2 (username>? AND username<?)|students_by_phone (phone>? AND phone<?)"
        },
        { new StudentFilter(Arrears: true), "SCAN bills USING COVERING INDEX bills_unpaid" },
    };

    [Theory]
    [MemberData(nameof(Plans))]
    public void A_page_is_found_in_indexes(StudentFilter filter, string steps)
    {
        var plan = Plan(StudentQueries.PageSql(SqlDialect.Sqlite, filter, 50, 0).Sql);
        Assert.All(steps.Split('|'), step => Assert.Contains(step, plan));
        Assert.DoesNotContain("AUTOMATIC", plan);
    }

    [Fact]
    public async Task A_hundred_thousand_students_are_searched_at_once()
    {
        var rows = Enumerable.Range(0, Students).Select(i => new StudentChange(
            $"{1_000_000_000 + i}", $"card{i}", i % 2 == 0 ? $"user{i}" : null, null, i % 50 == 0, $"138{i:00000000}", null, null, null, null, null)).ToList();
        await Storage.Registry.ImportAsync(rows, [], []);
        using (var database = OtherConnection())
        {
            database.Execute($"""
                INSERT INTO bills (charge_id, student_number, group_number, fen, status, created_at_ms)
                SELECT n, CAST(1000000000 + (n * 7) % {Students} AS TEXT), '0001', n % 500, CASE WHEN n % 3 = 0 THEN 1 ELSE 0 END, n
                FROM (WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 200000) SELECT n FROM c) numbers
                """);
        }
        foreach (var filter in new StudentFilter[]
        {
            new(), new("1"), new("1000099999"), new("138"), new("user9"), new(Blocked: true), new(Arrears: true), new(Arrears: false),
            new(Order: StudentOrder.MostOwed), new(Arrears: true, Order: StudentOrder.MostOwed), new("1", Arrears: true, Order: StudentOrder.MostOwed),
        })
        {
            var best = TimeSpan.MaxValue;
            for (var i = 0; i < 3; i++)
            {
                var watch = Stopwatch.StartNew();
                Assert.True((await Storage.Registry.ReadStudentsAsync(filter, 3, 50)).Total > 0);
                if (watch.Elapsed < best) best = watch.Elapsed;
            }
            Assert.True(best < TimeSpan.FromSeconds(1), $"{filter} took {best}"); // 1 to 190 ms on a quiet machine
        }
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
