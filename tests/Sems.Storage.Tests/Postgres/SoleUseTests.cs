using Npgsql;
using Sems.Storage.Postgres;
using Sems.Storage.Tests.Support;

namespace Sems.Storage.Tests.Postgres;

/// <summary>A database kept to one process, and what happens when its hold on it is cut.</summary>
public sealed class SoleUseTests : IAsyncLifetime
{
    private const string LockHolders = "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND classid = 1397050707 AND objid = 1 AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
    private readonly PostgresTestDatabase _database = new() { Change = options => options with { Alone = true } };
    private PostgresStorage _storage = null!;

    public async Task InitializeAsync() => _storage = await _database.OpenStorageAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task A_second_process_is_kept_out_until_the_first_is_gone()
    {
        var refused = await Assert.ThrowsAsync<StorageUnavailableException>(() => PostgresStorage.OpenAsync(_database.Options));
        Assert.Contains("in use by another SEMS", refused.Message, StringComparison.Ordinal);
        await _storage.DisposeAsync();
        await (await _database.OpenStorageAsync()).ProbeAsync();
    }

    [Fact]
    public async Task A_hold_that_is_cut_is_taken_again_and_writing_goes_on()
    {
        var first = Holder();
        _database.Execute($"SELECT pg_terminate_backend(pid) FROM ({LockHolders}) holders");
        await Waiting.UntilAsync("it is held again", () => Task.FromResult(Holder() is var now && now != 0 && now != first));
        await Waiting.UntilAsync("it writes again", WritesAsync);
        var again = await Assert.ThrowsAsync<StorageUnavailableException>(() => PostgresStorage.OpenAsync(_database.Options));
        Assert.Contains("in use by another SEMS", again.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_another_has_it_nothing_is_written_but_read()
    {
        await using var thief = TakeFromFirst();
        await Waiting.UntilAsync("the loss is seen", () => Task.FromResult(_storage.WhyNoWrites is not null));
        var refused = await Assert.ThrowsAsync<StorageUnavailableException>(() => _storage.Registry.AssignCardAsync("a", "x"));
        Assert.Equal(_storage.WhyNoWrites, refused.Message);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => _storage.ProbeAsync());
        Assert.Null(await _storage.Registry.FindCardOwnerAsync("a"));
        await thief.CloseAsync();
        await Waiting.UntilAsync("it writes again", WritesAsync);
    }

    [Fact]
    public async Task When_another_SEMS_had_it_meanwhile_only_a_restart_helps()
    {
        await using (TakeFromFirst())
        {
            _database.Execute("UPDATE instance SET epoch = epoch + 1");
            await Waiting.UntilAsync("the loss is seen", () => Task.FromResult(_storage.WhyNoWrites is not null));
        }

        await Waiting.UntilAsync("it says so", () => Task.FromResult(_storage.WhyNoWrites?.Contains("restart", StringComparison.Ordinal) == true));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => _storage.ProbeAsync());
        await _storage.DisposeAsync();
        await (await _database.OpenStorageAsync()).ProbeAsync();
    }

    /// <summary>Waits for the lock in the server's queue, so that it is next when the holder's session is ended.</summary>
    private NpgsqlConnection TakeFromFirst()
    {
        var thief = _database.Connect();
        using var take = new NpgsqlCommand("SELECT pg_advisory_lock(1397050707, 1)", thief);
        var waiting = take.ExecuteNonQueryAsync();
        while (_database.Number("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid = 1397050707 AND NOT granted") == 0) Thread.Yield();
        _database.Execute($"SELECT pg_terminate_backend(pid) FROM ({LockHolders}) holders");
        waiting.Wait(TimeSpan.FromSeconds(30));
        return thief;
    }

    /// <summary>The session that has the lock, or 0.</summary>
    private long Holder() => _database.Number($"SELECT coalesce(max(pid), 0) FROM ({LockHolders}) holders");

    private async Task<bool> WritesAsync()
    {
        try
        {
            await _storage.ProbeAsync();
            return true;
        }
        catch (StorageUnavailableException)
        {
            return false;
        }
    }
}
