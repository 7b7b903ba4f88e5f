using Sems.Storage.Sqlite.Raw;
using Sems.Storage.Tests.Support;

namespace Sems.Storage.Tests.Writer;

public sealed class DurabilityTests : StorageFixture
{
    /// <summary>A kill of the process cannot tell: only a power cut would lose what was not synchronised.</summary>
    [Fact]
    public void The_writing_connection_synchronises_every_commit()
    {
        using var writer = OtherConnection();
        Assert.Equal("wal", Ask(writer, "PRAGMA journal_mode", row => row.Text(0)));
        Assert.Equal(2, Ask(writer, "PRAGMA synchronous", row => row.Long(0)));
    }

    private static T Ask<T>(SqliteDatabase database, string sql, Func<SqliteStatement, T> read)
    {
        using var row = database.Statement(sql);
        Assert.True(row.Step());
        return read(row);
    }
}
