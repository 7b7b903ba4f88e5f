using Sems.Storage.Alarms;
using Sems.Storage.Sql;
using Sems.Storage.Tests.Support;

namespace Sems.Storage.Tests.Alarms;

/// <summary>The indexes SQLite finds alarms by.</summary>
public sealed class AlarmIndexTests : StorageFixture
{
    [Theory]
    [InlineData("g", 1L, true, "alarms_by_charge")]
    [InlineData("g", null, true, "alarms_open_by_time")]
    [InlineData("g", null, null, "alarms_by_group")]
    [InlineData("g", null, false, "alarms_by_group")]
    [InlineData(null, null, true, "alarms_open_by_time")]
    [InlineData(null, null, false, "alarms_by_time")]
    [InlineData(null, null, null, "alarms_by_time")]
    public void A_page_is_found_in_an_index_that_has_its_order(string? group, long? charge, bool? open, string index)
    {
        var plan = Plan(AlarmQueries.PageSql(SqlDialect.Sqlite, new AlarmFilter(group, ChargeId: charge, Open: open)).Sql);
        Assert.Contains(index, plan);
        Assert.DoesNotContain("TEMP B-TREE", plan);
    }

    [Fact]
    public void The_open_alarm_is_found_by_its_key() => Assert.Contains("INDEX alarms_open (group_number=? AND <expr>=? AND rule=?)", Plan(AlarmQueries.OpenSql));

    private string Plan(string sql)
    {
        using var database = OtherConnection();
        return QueryPlan.Of(database, sql);
    }
}
