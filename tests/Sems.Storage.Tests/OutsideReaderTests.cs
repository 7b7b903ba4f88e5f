using Sems.Storage.Ledger;
using Sems.Storage.Registry;
using Sems.Storage.Sqlite.Outside;
using Sems.Storage.Tests.Support;

namespace Sems.Storage.Tests;

/// <summary>A process that only reads SQLite's file sees what the writer made durable, and touches nothing.</summary>
public sealed class OutsideReaderTests : StorageFixture
{
    [Fact]
    public async Task What_a_dead_writer_left_is_read_as_it_will_be_recovered()
    {
        var (open, ended) = (await BeginAsync(ammeter: "a"), await BeginAsync(ammeter: "b"));
        for (var i = 0; i < 130; i++) await Storage.Curves.AppendAsync(open, Reading(i));
        for (var i = 0; i < 70; i++) await Storage.Curves.AppendAsync(ended, Reading(i));
        await Storage.Ledger.CloseChargeAsync(End(ended));
        var undone = await BeginAsync(ammeter: "c");
        await Storage.Curves.AppendAsync(undone, Reading(0));
        await Storage.Ledger.AbandonChargeAsync(undone);
        var left = PathOf("left.db");
        foreach (var suffix in new[] { "", "-wal" }) File.Copy(DatabasePath + suffix, left + suffix);
        await using var reader = Reader(left);
        Assert.Equal(Enumerable.Range(0, 130).Select(i => Reading(i)), await reader.Curves.ReadAsync(open));
        Assert.Equal(Enumerable.Range(0, 70).Select(i => Reading(i)), await reader.Curves.ReadAsync(ended));
        Assert.Empty(await reader.Curves.ReadAsync(undone));
        Assert.Equal(201, await reader.Curves.SampleCountAsync());
        Assert.Equal(ChargeStatus.Ended, (await reader.Ledger.FindChargeAsync(ended))!.Status);
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_an_outage_and_is_not_made()
    {
        var path = PathOf("later.db");
        await using var reader = Reader(path);
        var missing = await Assert.ThrowsAsync<StorageUnavailableException>(() => reader.Registry.GroupsAsync());
        Assert.Contains("there is no database", missing.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(path)!, "later*"));

        await File.WriteAllBytesAsync(path, []);
        var empty = await Assert.ThrowsAsync<StorageUnavailableException>(() => reader.ProbeAsync());
        Assert.Contains("has yet to make its tables", empty.Message, StringComparison.Ordinal);
        Assert.Equal(0, new FileInfo(path).Length);

        var writer = await OpenAsync(Options with { Path = path });
        await writer.Registry.SaveGroupAsync(new AmmeterGroupRecord("0001", "东门", null, null, null));
        Assert.Equal("0001", Assert.Single(await reader.Registry.GroupsAsync()).Group);
        await reader.ProbeAsync();
    }

    [Theory]
    [InlineData("INSERT INTO schema_migrations VALUES (9999, 'newer', 0)", "made by a newer SEMS")]
    [InlineData("DELETE FROM schema_migrations WHERE number = (SELECT max(number) FROM schema_migrations)", "bring it up to date")]
    [InlineData("DROP TABLE schema_migrations", "has yet to make its tables")]
    public async Task Another_schema_is_an_outage_that_says_why(string change, string why)
    {
        await Storage.DisposeAsync();
        using (var other = OtherConnection()) other.Execute("CREATE TABLE kept AS SELECT * FROM schema_migrations; " + change);
        await using var reader = Reader();
        var refused = await Assert.ThrowsAsync<StorageUnavailableException>(() => reader.Ledger.TotalsAsync());
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
        using (var other = OtherConnection())
            other.Execute("DROP TABLE IF EXISTS schema_migrations; ALTER TABLE kept RENAME TO schema_migrations");
        Assert.Equal(0, (await reader.Ledger.TotalsAsync()).Bills);
    }

    [Fact]
    public async Task A_database_put_in_the_place_of_another_is_read_after_renewal()
    {
        await using var reader = Reader();
        Assert.Empty(await reader.Registry.GroupsAsync());
        var other = await OpenAsync(Options with { Path = PathOf("other.db") });
        await other.Registry.SaveGroupAsync(new AmmeterGroupRecord("0002", "西门", null, null, null));
        await other.DisposeAsync();
        await Storage.DisposeAsync();
        foreach (var side in new[] { "-wal", "-shm" }) File.Delete(DatabasePath + side);
        File.Move(PathOf("other.db"), DatabasePath, overwrite: true);
        reader.Renew();
        Assert.Equal("0002", Assert.Single(await reader.Registry.GroupsAsync()).Group);
    }

    [Fact]
    public async Task A_reader_waits_for_no_writer_and_none_for_it()
    {
        var charge = await BeginAsync();
        await using var reader = Reader();
        Assert.Equal(0, await reader.Curves.SampleCountAsync());
        using var other = OtherConnection();
        other.Execute("BEGIN IMMEDIATE");
        Assert.Empty(await reader.Curves.ReadAsync(charge));
        await reader.ProbeAsync();
        other.Execute("ROLLBACK");
        await Storage.Curves.AppendAsync(charge, Reading(0));
        Assert.Equal([Reading(0)], await reader.Curves.ReadAsync(charge));
    }

    private SqliteStorageReader Reader(string? path = null) => new(Options with { Path = path ?? DatabasePath, BusyTimeout = TimeSpan.FromSeconds(1) });
}
