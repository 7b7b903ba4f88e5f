using Sems.Storage.Curves;
using Sems.Storage.Ledger;
using Sems.Storage.Sqlite;
using Sems.Storage.Sqlite.Raw;

namespace Sems.Storage.Tests.Support;

/// <summary>A database in a directory of its own, opened, closed and copied at will.</summary>
public abstract class StorageFixture : IAsyncLifetime
{
    private readonly string _directory = Directory.CreateTempSubdirectory("sems-storage-").FullName;
    private readonly List<SqliteStorage> _opened = [];

    internal ManualTimeProvider Clock { get; } = new();

    internal WriteFaults Faults { get; } = new();

    /// <summary>The storage under test.</summary>
    protected SqliteStorage Storage { get; set; } = null!;

    internal string DatabasePath => Path.Combine(_directory, "sems.db");

    /// <summary>The options a test wants.</summary>
    private protected virtual SqliteStorageOptions Options => new()
    {
        Path = DatabasePath,
        TimeProvider = Clock,
        Faults = Faults,
        BusyTimeout = TimeSpan.FromMilliseconds(20),
        PackingPause = TimeSpan.Zero,
    };

    public virtual async Task InitializeAsync() => Storage = await OpenAsync(Options);

    public async Task DisposeAsync()
    {
        foreach (var storage in _opened) await storage.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    internal string PathOf(string name) => Path.Combine(_directory, name);

    internal async Task<SqliteStorage> OpenAsync(SqliteStorageOptions options)
    {
        var storage = await SqliteStorage.OpenAsync(options);
        _opened.Add(storage);
        return storage;
    }

    /// <summary>Closes and opens again.</summary>
    protected async Task ReopenAsync()
    {
        await Storage.DisposeAsync();
        Storage = await OpenAsync(Options);
    }

    /// <summary>Goes on with what a kill would have left: the files as they are, never closed.</summary>
    protected async Task CrashAsync()
    {
        var copy = PathOf($"crashed-{_opened.Count}.db");
        foreach (var suffix in new[] { "", "-wal" }) File.Copy(DatabasePath + suffix, copy + suffix);
        Storage = await OpenAsync(Options with { Path = copy });
    }

    internal SqliteDatabase OtherConnection() => SqliteDatabase.OpenWriter(DatabasePath, TimeSpan.Zero, 1000);

    /// <summary>A number out of the database as others see it.</summary>
    internal long Number(string sql)
    {
        using var database = SqliteDatabase.OpenReader(DatabasePath, TimeSpan.FromSeconds(1));
        using var row = database.Statement(sql);
        Assert.True(row.Step());
        return row.Long(0);
    }

    internal async Task<long> BeginAsync(string student = "1030412535", string group = "0001", string ammeter = "000000000000")
    {
        var id = await Storage.Ledger.NextChargeIdAsync();
        await Storage.Ledger.BeginChargeAsync(Start(id, student, group, ammeter));
        return id;
    }

    internal ChargeStart Start(long id, string student = "1030412535", string group = "0001", string ammeter = "000000000000") =>
        new(id, group, ammeter, student, "5sdf87e4", Clock.GetUtcNow(), "{}");

    internal ChargeEnd End(long id, string student = "1030412535", long fen = 120) =>
        new(id, student, Clock.GetUtcNow(), 3, 12.5, fen, "student", null);

    internal static Sample Reading(int i, double? time = null, long? at = null) => new(
        time ?? 1_772_352_000 + (10 * i), at ?? ManualTimeProvider.Start.ToUnixTimeMilliseconds() + (10_000L * i) + (i * 7 % 31),
        1.05 + (i % 7 * 0.01), 12 + i, i % 3 == 0 ? null : 220.5, i % 5 == 0 ? null : 231.5 + i);
}
