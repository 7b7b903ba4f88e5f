using Sems.Storage.Sqlite;
using Sems.Storage.Sqlite.Raw;

namespace Sems.Storage.Tests.Support;

/// <summary>Tests of how SQLite is driven.</summary>
public abstract class StorageFixture : DatabaseTests
{
    private readonly SqliteTestDatabase _database;

    protected StorageFixture()
        : this(new SqliteTestDatabase())
    {
    }

    private StorageFixture(SqliteTestDatabase database)
        : base(database)
    {
        _database = database;
        database.Change = Change;
    }

    /// <summary>The storage under test.</summary>
    protected new SqliteStorage Storage
    {
        get => (SqliteStorage)base.Storage;
        set => base.Storage = value;
    }

    internal string DatabasePath => _database.DatabasePath;

    internal SqliteStorageOptions Options => _database.Options;

    /// <summary>The options a test wants.</summary>
    private protected virtual SqliteStorageOptions Change(SqliteStorageOptions options) => options;

    internal string PathOf(string name) => _database.PathOf(name);

    internal Task<SqliteStorage> OpenAsync(SqliteStorageOptions options) => _database.OpenAsync(options);

    internal SqliteDatabase OtherConnection() => _database.OtherConnection();
}
