namespace Sems.Storage.Sql;

/// <summary>The row a query is at; valid until the next.</summary>
internal interface ISqlRow
{
    /// <summary>Whether a column is null.</summary>
    bool IsNull(int column);

    /// <summary>A column that is not null.</summary>
    long Long(int column);

    /// <inheritdoc cref="Long"/>
    double Double(int column);

    /// <inheritdoc cref="Long"/>
    string Text(int column);

    /// <inheritdoc cref="Long"/>
    byte[] Bytes(int column);
}

/// <summary>Columns that may be null, and those that stand for something.</summary>
internal static class SqlRowColumns
{
    public static int Int(this ISqlRow row, int column) => (int)row.Long(column);

    public static long? LongOrNull(this ISqlRow row, int column) => row.IsNull(column) ? null : row.Long(column);

    public static double? DoubleOrNull(this ISqlRow row, int column) => row.IsNull(column) ? null : row.Double(column);

    public static string? TextOrNull(this ISqlRow row, int column) => row.IsNull(column) ? null : row.Text(column);

    /// <summary>A moment, kept as Unix milliseconds.</summary>
    public static DateTimeOffset Time(this ISqlRow row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.Long(column));

    /// <inheritdoc cref="Time"/>
    public static DateTimeOffset? TimeOrNull(this ISqlRow row, int column) => row.IsNull(column) ? null : row.Time(column);
}
