using Sems.Storage.Sql;
using Sems.Storage.Tests.Support;

namespace Sems.Storage.Tests.Writer;

/// <summary>What a database tells of its writes.</summary>
public abstract class WriteActivityTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite() : WriteActivityTests(new SqliteTestDatabase());

    public sealed class OnPostgres() : WriteActivityTests(new PostgresTestDatabase());

    [Fact]
    public async Task A_write_is_waiting_until_it_is_durable_and_then_its_time_is_told()
    {
        var told = new List<TimeSpan>();
        await IdleAsync();
        Storage.Activity.Committed = took =>
        {
            lock (told) told.Add(took);
        };
        var held = await Faults.HoldAsync(Storage);
        Assert.Equal(1, Storage.Activity.Waiting);
        Assert.Empty(told);
        Faults.Release();
        await held;
        await IdleAsync();
        Assert.InRange(Assert.Single(told), TimeSpan.FromTicks(1), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Samples_wait_one_by_one()
    {
        var charge = await BeginAsync();
        await IdleAsync();
        var held = await Faults.HoldAsync(Storage);
        var writes = Enumerable.Range(0, 40).Select(i => Storage.Curves.AppendAsync(charge, Reading(i)).AsTask()).ToList();
        Assert.InRange(Storage.Activity.Waiting, 41, 42); // with the batch itself, where it has begun
        for (var i = 0; i < 3; i++) Faults.Release(); // the one held, and a batch that may have come to its beginning meanwhile
        await Task.WhenAll(writes.Append(held));
        await IdleAsync();
    }

    [Fact]
    public async Task What_was_not_stored_waits_no_more_and_is_not_told()
    {
        var told = 0;
        await IdleAsync();
        Storage.Activity.Committed = _ => Interlocked.Increment(ref told);
        Faults.Failing = WriteStep.Commit;
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Storage.ProbeAsync());
        await IdleAsync();
        Assert.Equal(0, told);
        Faults.Failing = null;
        await Storage.ProbeAsync();
        Assert.Equal(1, told);
        Storage.Activity.Committed = null;
        await Storage.ProbeAsync();
        Assert.Equal(1, told);
    }

    private Task IdleAsync() => Waiting.UntilAsync("nothing waits to be written", () => Task.FromResult(Storage.Activity.Waiting == 0));
}
