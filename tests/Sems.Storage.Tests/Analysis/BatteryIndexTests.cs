using Sems.Storage.Analysis;
using Sems.Storage.Sql;
using Sems.Storage.Tests.Support;

namespace Sems.Storage.Tests.Analysis;

/// <summary>How SQLite finds batteries, and what waits.</summary>
public sealed class BatteryIndexTests : StorageFixture
{
    [Theory]
    [InlineData(BatterySort.SohPercent, null, null, "battery_health_by_soh")]
    [InlineData(BatterySort.SohPercent, BatteryVerdict.Watch, null, "battery_health_by_verdict (verdict=?)")]
    [InlineData(BatterySort.SohPercent, null, "x", "battery_health_by_brand (brand=?)")]
    [InlineData(BatterySort.LastAt, null, null, "battery_health_by_last")]
    [InlineData(BatterySort.Charges, null, null, "battery_health_by_charges")]
    [InlineData(BatterySort.StudentNumber, null, null, "battery_health_current")]
    public void A_list_walks_an_index_and_sorts_nothing(BatterySort sort, BatteryVerdict? verdict, string? brand, string index)
    {
        using var database = OtherConnection();
        foreach (var descending in new[] { false, true })
        {
            var plan = QueryPlan.Of(database, BatteryLists.ListSql(SqlDialect.Sqlite, new BatteryFilter(null, verdict, brand, sort, descending)).Sql);
            Assert.Contains(index, plan);
            if (!descending || (verdict, brand) == (null, null)) Assert.DoesNotContain("TEMP B-TREE", plan);
        }
    }
}
