using Sems.Storage.Sql;

namespace Sems.Storage.Ledger.Lists;

/// <summary>
/// A list of charges or bills as it was asked for. Its statements read an index alone, and the rows themselves only of the page: a deep page
/// skips entries of the index. Which index is not left to the database: SQLite has no statistics here, and PostgreSQL, asked for the first
/// few of an order, may walk the whole of it for rows that are not there. Ranges the index is not for are written with a plus sign, which
/// keeps both from finding them by another.
/// </summary>
internal sealed record ListRequest
{
    /// <summary>The table; every one has a charge_id.</summary>
    public required string Table { get; init; }

    /// <summary>A condition without parameters that always holds; the table is <c>t</c>.</summary>
    public string Always { get; init; } = "true";

    /// <summary>The filter.</summary>
    public required IReadOnlyList<ListTerm> Terms { get; init; }

    /// <summary>The column it is sorted by; rows with the same go by charge id.</summary>
    public required string Sort { get; init; }

    /// <summary>The greatest first.</summary>
    public required bool Descending { get; init; }

    /// <summary>Whether the column may be null, which counts as the least.</summary>
    public bool Nullable { get; init; }

    /// <summary>A number of each row that is added up while they are counted.</summary>
    public string Sum { get; init; } = "0";

    /// <summary>The indexes it may be found by; the first is the one in its order, or the only one.</summary>
    public required IReadOnlyList<ListWay> Ways { get; init; }

    /// <summary>Whether the filter leaves out part of an index.</summary>
    public bool Narrows(ListWay way) => Terms.Any(t => way.Columns.Contains(t.Column));

    /// <summary>Counts what the filter leaves of an index, up to a limit, the last parameter.</summary>
    public SqlText WeighSql(SqlDialect dialect, ListWay way) =>
        Limited(this with { Terms = [.. Terms.Where(t => way.Columns.Contains(t.Column))] }, dialect, way, "SELECT count(*) FROM (SELECT 1 ");

    /// <summary>Counts the list and adds it up, to a limit, the last parameter.</summary>
    public SqlText CountSql(SqlDialect dialect, ListWay way) =>
        Limited(this, dialect, way, $"SELECT count(*), CAST(coalesce(sum(found.n), 0) AS BIGINT) FROM (SELECT {Sum} AS n ");

    /// <summary>Adds up the list.</summary>
    /// <param name="dialect">The database.</param>
    /// <param name="way">By which index.</param>
    /// <param name="sums">Such as <c>sum(t.fen)</c>.</param>
    public SqlText SumSql(SqlDialect dialect, ListWay way, string sums) => From(dialect, way).Before($"SELECT {sums} ");

    /// <summary>The charge ids of a page; its size and how many to skip are the last two parameters.</summary>
    public SqlText PageSql(SqlDialect dialect, ListWay way)
    {
        var list = From(dialect, way).Before("SELECT t.charge_id ").With(" ORDER BY " + OrderBy("t", way.Order == Sort ? "" : "+"));
        return list.With($" LIMIT ${list.Values.Length + 1} OFFSET ${list.Values.Length + 2}");
    }

    /// <summary>The charge ids behind a place; how many is the last parameter.</summary>
    /// <param name="dialect">The database.</param>
    /// <param name="way">By which index.</param>
    /// <param name="nulls">Of those that have no key (true), or have one (false); where none is null, false.</param>
    /// <param name="after">The place, or null for the beginning.</param>
    public SqlText NextSql(SqlDialect dialect, ListWay way, bool nulls, ListPlace? after)
    {
        var key = (way.Order == Sort ? "t." : "+t.") + Sort;
        var list = From(dialect, way).Before("SELECT t.charge_id ");
        if (Nullable) list = list.With(nulls ? $" AND {key} IS NULL" : $" AND {key} IS NOT NULL");
        var behind = Descending ? "<" : ">";
        if (after is { } place)
        {
            var next = list.Values.Length + 1;
            list = nulls
                ? new SqlText($"{list.Sql} AND t.charge_id {behind} ${next}", [.. list.Values, place.ChargeId])
                : new SqlText($"{list.Sql} AND ({key}, t.charge_id) {behind} (${next}, ${next + 1})", [.. list.Values, place.Key, place.ChargeId]);
        }

        return list.With($" ORDER BY {OrderBy("t", way.Order == Sort ? "" : "+")} LIMIT ${list.Values.Length + 1}");
    }

    /// <summary>The order of the list.</summary>
    /// <param name="table">What the table is called.</param>
    /// <param name="sign">A plus sign to have it sorted, not read in an index's order.</param>
    public string OrderBy(string table, string sign = "")
    {
        var (direction, nulls) = Descending ? ("DESC", Nullable ? " NULLS LAST" : "") : ("ASC", Nullable ? " NULLS FIRST" : "");
        return $"{sign}{table}.{Sort} {direction}{nulls}, {table}.charge_id {direction}";
    }

    private static SqlText Limited(ListRequest list, SqlDialect dialect, ListWay way, string select)
    {
        var rows = list.From(dialect, way).Before(select);
        return rows.With($" LIMIT ${rows.Values.Length + 1}) AS found");
    }

    private SqlText From(SqlDialect dialect, ListWay way)
    {
        var sql = new SqlText($"FROM {Table} t{dialect.Index(way.Index)} WHERE {Always}");
        foreach (var term in Terms)
        {
            var sign = term.Test == "=" || way.Columns.Contains(term.Column) ? "" : "+";
            sql = sql.AndIf($"{sign}t.{term.Column} {term.Test}", term.Value);
        }

        return sql;
    }
}
