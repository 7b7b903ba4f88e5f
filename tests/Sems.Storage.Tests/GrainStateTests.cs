using Sems.Storage.States;
using Sems.Storage.Tests.Support;

namespace Sems.Storage.Tests;

public abstract class GrainStateTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite() : GrainStateTests(new SqliteTestDatabase());

    public sealed class OnPostgres() : GrainStateTests(new PostgresTestDatabase());

    [Fact]
    public async Task State_is_written_read_replaced_and_survives()
    {
        Assert.Null(await Storage.States.ReadAsync("Ammeter", "0001/1"));
        var first = await Storage.States.WriteAsync("Ammeter", "0001/1", new byte[] { 1, 2 }, null);
        var second = await Storage.States.WriteAsync("Ammeter", "0001/1", Array.Empty<byte>(), first);
        Assert.NotEqual(first, second);
        await ReopenAsync();
        var read = await Storage.States.ReadAsync("Ammeter", "0001/1");
        Assert.Empty(read!.Payload);
        Assert.Equal(second, read.Etag);
        Assert.Null(await Storage.States.ReadAsync("Student", "0001/1"));
    }

    [Fact]
    public async Task Stale_etags_conflict_and_change_nothing()
    {
        var first = await Storage.States.WriteAsync("A", "k", new byte[] { 1 }, null);
        var second = await Storage.States.WriteAsync("A", "k", new byte[] { 2 }, first);
        foreach (var stale in new[] { first, null, "", "no number", "99" })
        {
            await Assert.ThrowsAsync<StateConflictException>(() => Storage.States.WriteAsync("A", "k", new byte[] { 3 }, stale));
            await Assert.ThrowsAsync<StateConflictException>(() => Storage.States.ClearAsync("A", "k", stale));
        }

        var read = await Storage.States.ReadAsync("A", "k");
        Assert.Equal([2], read!.Payload);
        Assert.Equal(second, read.Etag);
        await Assert.ThrowsAsync<StateConflictException>(() => Storage.States.WriteAsync("A", "none", new byte[] { 1 }, "1"));
    }

    [Fact]
    public async Task Cleared_state_can_be_made_anew_and_its_old_etag_never_fits()
    {
        var first = await Storage.States.WriteAsync("A", "k", new byte[] { 1 }, null);
        await Storage.States.ClearAsync("A", "k", first);
        Assert.Null(await Storage.States.ReadAsync("A", "k"));
        await Storage.States.ClearAsync("A", "k", null);
        await Assert.ThrowsAsync<StateConflictException>(() => Storage.States.ClearAsync("A", "k", first));
        await Assert.ThrowsAsync<StateConflictException>(() => Storage.States.WriteAsync("A", "k", new byte[] { 2 }, first));
        var again = await Storage.States.WriteAsync("A", "k", new byte[] { 2 }, null);
        await Assert.ThrowsAsync<StateConflictException>(() => Storage.States.WriteAsync("A", "k", new byte[] { 3 }, first));
        await Storage.States.WriteAsync("A", "k", new byte[] { 3 }, again);
    }

    [Fact]
    public async Task Of_many_writers_with_one_etag_one_wins()
    {
        var etag = await Storage.States.WriteAsync("A", "k", new byte[] { 0 }, null);
        var results = await Task.WhenAll(Enumerable.Range(1, 32).Select(i => Task.Run(async () =>
        {
            try
            {
                await Storage.States.WriteAsync("A", "k", new[] { (byte)i }, etag);
                return i;
            }
            catch (StateConflictException)
            {
                return 0;
            }
        })));
        var winner = Assert.Single(results, r => r != 0);
        Assert.Equal([(byte)winner], (await Storage.States.ReadAsync("A", "k"))!.Payload);
    }
}
