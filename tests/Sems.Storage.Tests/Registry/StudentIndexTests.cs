using Sems.Storage.Registry;
using Sems.Storage.Sql;
using Sems.Storage.Tests.Support;

namespace Sems.Storage.Tests.Registry;

/// <summary>How SQLite finds students among many.</summary>
public sealed class StudentIndexTests : StorageFixture
{
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

    private string Plan(string sql)
    {
        using var database = OtherConnection();
        return QueryPlan.Of(database, sql);
    }
}
