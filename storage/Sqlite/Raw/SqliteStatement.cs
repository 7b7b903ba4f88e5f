using Sems.Storage.Sql;
using SQLitePCL;

namespace Sems.Storage.Sqlite.Raw;

/// <summary>
/// A prepared statement out of a connection's cache. <see cref="With(string?)"/> binds the next parameter;
/// disposing gives it back (a statement left half read would hold its snapshot).
/// </summary>
internal sealed class SqliteStatement(SqliteDatabase owner, string sql, sqlite3 database, sqlite3_stmt handle) : ISqlRow, IDisposable
{
    private int _next = 1;

    /// <summary>Binds the next parameter.</summary>
    public SqliteStatement With(long value) => Check(raw.sqlite3_bind_int64(handle, _next++, value));

    /// <inheritdoc cref="With(long)"/>
    public SqliteStatement With(long? value) => value is { } v ? With(v) : WithNull();

    /// <inheritdoc cref="With(long)"/>
    public SqliteStatement With(double value) => Check(raw.sqlite3_bind_double(handle, _next++, value));

    /// <inheritdoc cref="With(long)"/>
    public SqliteStatement With(double? value) => value is { } v ? With(v) : WithNull();

    /// <inheritdoc cref="With(long)"/>
    public SqliteStatement With(string? value) => value is null ? WithNull() : Check(raw.sqlite3_bind_text(handle, _next++, value));

    /// <inheritdoc cref="With(long)"/>
    public SqliteStatement With(ReadOnlySpan<byte> value) => Check(value.IsEmpty
        ? raw.sqlite3_bind_zeroblob(handle, _next++, 0)
        : raw.sqlite3_bind_blob(handle, _next++, value));

    /// <summary>Moves to the next row; false when there is none.</summary>
    public bool Step()
    {
        owner.BeforeStep?.Invoke(owner, sql);
        var code = raw.sqlite3_step(handle);
        if (code == raw.SQLITE_ROW) return true;
        if (code == raw.SQLITE_DONE) return false;
        throw SqliteDatabase.Fault(database, code);
    }

    /// <summary>Runs to the end and gives the statement back; returns the number of rows changed.</summary>
    public int Run()
    {
        try
        {
            while (Step()) { }
            return raw.sqlite3_changes(database);
        }
        finally
        {
            Dispose();
        }
    }

    /// <summary>A column of the current row.</summary>
    public long Long(int column) => raw.sqlite3_column_int64(handle, column);

    /// <inheritdoc cref="Long"/>
    public int Int(int column) => raw.sqlite3_column_int(handle, column);

    /// <inheritdoc cref="Long"/>
    public double Double(int column) => raw.sqlite3_column_double(handle, column);

    /// <inheritdoc cref="Long"/>
    public string Text(int column) => raw.sqlite3_column_text(handle, column).utf8_to_string();

    /// <summary>A column of the current row; valid until the next step.</summary>
    public ReadOnlySpan<byte> Blob(int column) => raw.sqlite3_column_blob(handle, column);

    /// <summary>A column of the current row.</summary>
    public byte[] Bytes(int column) => Blob(column).ToArray();

    /// <summary>Whether a column of the current row is null.</summary>
    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    /// <inheritdoc cref="Long"/>
    public long? LongOrNull(int column) => IsNull(column) ? null : Long(column);

    /// <inheritdoc cref="Long"/>
    public double? DoubleOrNull(int column) => IsNull(column) ? null : Double(column);

    /// <inheritdoc cref="Long"/>
    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    /// <summary>Ends the run and forgets the parameters.</summary>
    public void Dispose()
    {
        raw.sqlite3_reset(handle);
        raw.sqlite3_clear_bindings(handle);
        _next = 1;
    }

    /// <summary>Frees the statement for good.</summary>
    public void Close() => handle.Dispose();

    private SqliteStatement WithNull() => Check(raw.sqlite3_bind_null(handle, _next++));

    private SqliteStatement Check(int code) => code == raw.SQLITE_OK ? this : throw SqliteDatabase.Fault(database, code);
}
