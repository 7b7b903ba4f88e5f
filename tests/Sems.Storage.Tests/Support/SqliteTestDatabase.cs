using Sems.Storage.Sqlite;
using Sems.Storage.Sqlite.Outside;
using Sems.Storage.Sqlite.Raw;

namespace Sems.Storage.Tests.Support;

/// <summary>A SQLite file in a directory of its own.</summary>
public sealed class SqliteTestDatabase : TestDatabase
{
    private readonly string _directory = Directory.CreateTempSubdirectory("sems-storage-").FullName;
    private readonly List<SqliteStorage> _opened = [];

    internal override WriteFaults Faults { get; } = new(() => new SqliteFault(10, "disk I/O error (injected)"));

    /// <summary>Another way to open it.</summary>
    internal Func<SqliteStorageOptions, SqliteStorageOptions> Change { get; set; } = options => options;

    internal string DatabasePath => PathOf("sems.db");

    internal SqliteStorageOptions Options => Change(new SqliteStorageOptions
    {
        Path = DatabasePath,
        TimeProvider = Clock,
        Faults = Faults,
        BusyTimeout = TimeSpan.FromMilliseconds(20),
        PackingPause = TimeSpan.Zero,
    });

    public override async ValueTask DisposeAsync()
    {
        foreach (var storage in _opened) await storage.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    internal override async Task<IDatabase> OpenAsync() => await OpenAsync(Options);

    internal override async Task<IDatabase> OpenAsKilledAsync()
    {
        var copy = PathOf($"crashed-{_opened.Count}.db");
        foreach (var suffix in new[] { "", "-wal" }) File.Copy(DatabasePath + suffix, copy + suffix);
        return await OpenAsync(Options with { Path = copy });
    }

    internal override IDatabaseReader OpenReader() => new SqliteStorageReader(Options with { BusyTimeout = TimeSpan.FromSeconds(1) });

    internal override long Number(string sql)
    {
        using var database = SqliteDatabase.OpenReader(DatabasePath, TimeSpan.FromSeconds(1));
        using var row = database.Statement(sql);
        Assert.True(row.Step());
        return row.Long(0);
    }

    internal override void Execute(string sql)
    {
        using var database = OtherConnection();
        try
        {
            database.Execute(sql);
        }
        catch (SqliteFault fault) when (fault.IsConstraint)
        {
            throw new InvalidOperationException(fault.Message, fault);
        }
    }

    internal string PathOf(string name) => Path.Combine(_directory, name);

    internal async Task<SqliteStorage> OpenAsync(SqliteStorageOptions options)
    {
        var storage = await SqliteStorage.OpenAsync(options);
        _opened.Add(storage);
        return storage;
    }

    internal SqliteDatabase OtherConnection() => SqliteDatabase.OpenWriter(DatabasePath, TimeSpan.Zero, 1000);
}
