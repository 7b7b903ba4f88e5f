using Npgsql;
using Sems.Storage.Sql;

namespace Sems.Storage.Postgres;

/// <summary>A row of a reader's.</summary>
internal sealed class PostgresRow(NpgsqlDataReader reader) : ISqlRow
{
    public bool IsNull(int column) => reader.IsDBNull(column);

    public long Long(int column) => reader.GetInt64(column);

    public double Double(int column) => reader.GetDouble(column);

    public string Text(int column) => reader.GetString(column);

    public byte[] Bytes(int column) => reader.GetFieldValue<byte[]>(column);
}
