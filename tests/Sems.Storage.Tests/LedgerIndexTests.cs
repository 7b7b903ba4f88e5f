using Sems.Storage.Tests.Support;

namespace Sems.Storage.Tests;

/// <summary>SQLite has no statistics here: the indexes must be such that it finds the right one.</summary>
public sealed class LedgerIndexTests : StorageFixture
{
    [Fact]
    public async Task Queries_use_the_indexes()
    {
        using var database = OtherConnection();
        Assert.Contains("charges_open", Plan("SELECT charge_id FROM charges WHERE status < 4"));
        Assert.Contains("charges_open", Plan(
            "SELECT count(*) FROM charges c WHERE c.status > 0 AND c.status < 4 AND c.status IN (1,2)"));
        Assert.Contains("charges_by_student", Plan(
            "SELECT * FROM charges c WHERE c.status > 0 AND c.student_number = 'x' ORDER BY c.started_at_ms DESC, c.charge_id DESC LIMIT 5"));
        Assert.DoesNotContain("TEMP B-TREE", Plan(
            "SELECT * FROM charges c WHERE c.status > 0 AND c.group_number = 'x' ORDER BY c.started_at_ms DESC, c.charge_id DESC LIMIT 5"));
        Assert.Contains("COVERING INDEX bills_unpaid", Plan("SELECT sum(fen) FROM bills WHERE student_number = 'x' AND status = 0"));
        await Task.CompletedTask;

        string Plan(string sql) => QueryPlan.Of(database, sql);
    }
}
