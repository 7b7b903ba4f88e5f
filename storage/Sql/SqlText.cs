namespace Sems.Storage.Sql;

/// <summary>A statement in the making, with its parameters: for filters of which some say nothing.</summary>
internal readonly record struct SqlText(string Sql, params object?[] Values)
{
    /// <summary>Adds text without parameters.</summary>
    public SqlText With(string sql) => this with { Sql = Sql + sql };

    /// <summary>Puts text without parameters in front.</summary>
    public SqlText Before(string sql) => this with { Sql = sql + Sql };

    /// <summary>Adds " AND condition $n"; nothing for null.</summary>
    /// <param name="condition">Up to its parameter, such as <c>c.group_number =</c>.</param>
    /// <param name="value">The parameter.</param>
    public SqlText AndIf(string condition, object? value) =>
        value is null ? this : new SqlText($"{Sql} AND {condition} ${Values.Length + 1}", [.. Values, value]);
}
