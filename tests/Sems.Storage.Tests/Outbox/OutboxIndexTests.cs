using Sems.Storage.Outbox;
using Sems.Storage.Sql;
using Sems.Storage.Tests.Support;

namespace Sems.Storage.Tests.Outbox;

/// <summary>The indexes SQLite finds pushes by.</summary>
public sealed class OutboxIndexTests : StorageFixture
{
    [Theory]
    [InlineData("s", 1L, PushKind.Delay, PushState.Sent, "pushes_by_charge")]
    [InlineData("s", null, PushKind.Delay, PushState.Sent, "pushes_by_student")]
    [InlineData(null, null, PushKind.Delay, PushState.Sent, "pushes_by_kind")]
    [InlineData(null, null, PushKind.Delay, null, "pushes_by_kind")]
    [InlineData(null, null, PushKind.Delay, PushState.Dead, "pushes_by_state")]
    [InlineData(null, null, null, PushState.Dead, "pushes_by_state")]
    public void A_page_is_found_in_an_index(string? student, long? charge, PushKind? kind, PushState? state, string index)
    {
        var filter = new PushFilter(student, charge, kind, state);
        var plan = Plan(PushQueries.PageSql(SqlDialect.Sqlite, filter).Sql);
        Assert.Contains(index, plan);
        if (charge is null) Assert.DoesNotContain("TEMP B-TREE", plan); // a charge has four at most
        var few = student is not null || charge is not null;
        Assert.Equal(few, Plan(PushQueries.CountSql(SqlDialect.Sqlite, filter).Sql).Contains(index));
    }

    [Fact]
    public void What_is_due_is_found_among_the_pending_in_its_order()
    {
        foreach (var sql in new[] { PushQueries.DueSql(SqlDialect.Sqlite), PushQueries.NextDueSql(SqlDialect.Sqlite) })
        {
            Assert.Contains("pushes_due (shard=?", Plan(sql));
            Assert.Contains("pushes_waiting (student_number=? AND push_id<?", Plan(sql)); // whether an earlier one is pending
            Assert.DoesNotContain("TEMP B-TREE", Plan(sql));
        }
        Assert.DoesNotContain("TEMP B-TREE", Plan(PushQueries.PageSql(SqlDialect.Sqlite, new PushFilter()).Sql));
    }

    private string Plan(string sql)
    {
        using var database = OtherConnection();
        return QueryPlan.Of(database, sql);
    }
}
