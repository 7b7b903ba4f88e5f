using Sems.Storage.Sqlite.Raw;

namespace Sems.Storage.Tests.Support;

/// <summary>How SQLite means to answer a query.</summary>
internal static class QueryPlan
{
    /// <summary>Its steps, a line each.</summary>
    public static string Of(SqliteDatabase database, string sql)
    {
        var plan = new List<string>();
        using var rows = database.Statement("EXPLAIN QUERY PLAN " + sql);
        while (rows.Step()) plan.Add(rows.Text(3));
        return string.Join('\n', plan);
    }
}
