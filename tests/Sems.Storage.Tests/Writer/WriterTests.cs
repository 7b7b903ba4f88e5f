using Sems.Storage.Registry;
using Sems.Storage.Sql;
using Sems.Storage.Sqlite;
using Sems.Storage.Tests.Support;

namespace Sems.Storage.Tests.Writer;

public sealed class WriterTests : StorageFixture
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private protected override SqliteStorageOptions Change(SqliteStorageOptions options) => options with { QueueCapacity = 100 };

    [Fact]
    public async Task Everything_waiting_shares_one_transaction()
    {
        var charge = await BeginAsync();
        var first = await Faults.HoldAsync(Storage);
        var before = Storage.Writer.Commits;
        var writes = Enumerable.Range(0, 60).Select(i => Storage.Curves.AppendAsync(charge, Reading(i)).AsTask()).ToList();
        writes.Add(Storage.Registry.SaveAmmeterAsync(new AmmeterRecord("0001", "000000000001", "一号")));
        Assert.DoesNotContain(writes, w => w.IsCompleted);
        Faults.Release();
        await Task.WhenAll(writes.Append(first)).WaitAsync(Patience);
        Assert.Equal(before + 2, Storage.Writer.Commits); // the one that was held, and one for all of these
        Assert.Equal(60, (await Storage.Curves.ReadAsync(charge)).Count);
        Assert.NotNull(await Storage.Registry.FindAmmeterAsync("0001", "000000000001"));
    }

    [Fact]
    public async Task Failing_item_fails_alone()
    {
        var first = await Faults.HoldAsync(Storage);
        var before = Storage.Writer.Commits;
        var good = Storage.Registry.AssignCardAsync("first", "s1");
        var bad = Storage.Writer.WriteAsync(database =>
        {
            database.Execute("INSERT INTO cards VALUES ('half', 's3')");
            database.Execute("INSERT INTO bills VALUES (1, 's', '0001', -1, 0, 0)");
        });
        var last = Storage.Registry.AssignCardAsync("last", "s2");
        Faults.Release();
        await Task.WhenAll(first, good, last).WaitAsync(Patience);
        await Assert.ThrowsAsync<InvalidOperationException>(() => bad);
        Assert.Equal(before + 2, Storage.Writer.Commits);
        Assert.Equal("s2", await Storage.Registry.FindCardOwnerAsync("last"));
        Assert.Null(await Storage.Registry.FindCardOwnerAsync("half"));
    }

    [Fact]
    public async Task Failing_commit_fails_the_batch_changes_nothing_and_recovers()
    {
        var charge = await BeginAsync();
        await Storage.Curves.AppendAsync(charge, Reading(0));
        Faults.Failing = WriteStep.Commit;
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Storage.Curves.AppendAsync(charge, Reading(1)).AsTask());
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Storage.Ledger.CloseChargeAsync(End(charge)));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Storage.ProbeAsync());
        var unborn = await Storage.Ledger.NextChargeIdAsync();
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Storage.Ledger.BeginChargeAsync(Start(unborn)));
        Assert.Equal(1, await Storage.Curves.SampleCountAsync());
        Assert.False(await Storage.Curves.ContainsAsync(charge, Reading(1).Time));

        Faults.Failing = null;
        await Storage.ProbeAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => Storage.Curves.AppendAsync(unborn, Reading(1)).AsTask());
        await Storage.Curves.AppendAsync(charge, Reading(1));
        await Storage.Curves.AppendAsync(charge, Reading(2));
        await ReopenAsync();
        Assert.Equal([Reading(0), Reading(1), Reading(2)], await Storage.Curves.ReadAsync(charge));
        Assert.Equal(3, await Storage.Curves.SampleCountAsync());
    }

    [Fact]
    public async Task Refusals_of_a_batch_that_was_not_stored_are_told_as_unavailable()
    {
        var first = await Faults.HoldAsync(Storage);
        var write = Storage.States.WriteAsync("G", "k", new byte[] { 1 }, null);
        var conflict = Storage.States.WriteAsync("G", "k", new byte[] { 2 }, null);
        Faults.Failing = WriteStep.Commit;
        Faults.Release();
        await Assert.ThrowsAsync<StorageUnavailableException>(() => first.WaitAsync(Patience));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => write.WaitAsync(Patience));
        await Assert.ThrowsAsync<StorageUnavailableException>(() => conflict.WaitAsync(Patience));
    }

    [Fact]
    public async Task Reopening_that_fails_is_tried_again_with_the_next_batch()
    {
        Faults.Failing = WriteStep.Commit;
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Storage.ProbeAsync());
        Faults.Failing = WriteStep.Reopen;
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Storage.ProbeAsync());
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Storage.ProbeAsync());
        Assert.Equal(3, Faults.Failed);
        Faults.Failing = null;
        await Storage.ProbeAsync();
    }

    [Fact]
    public async Task Commit_that_was_made_though_it_reported_a_fault_is_found_out()
    {
        var charge = await BeginAsync();
        await Storage.Curves.AppendAsync(charge, Reading(0));
        var made = Storage.Writer.WriteAsync(database =>
        {
            Storage.Journal.Stage(charge, Reading(1));
            Storage.Journal.Finish(database);
            database.Statement("COMMIT").Run(); // the writer's own commit now fails
        });
        await Assert.ThrowsAsync<StorageUnavailableException>(() => made);
        await Storage.ProbeAsync();
        Assert.Equal([Reading(0), Reading(1)], await Storage.Curves.ReadAsync(charge));
        await Storage.Curves.AppendAsync(charge, Reading(2));
        await ReopenAsync();
        Assert.Equal([Reading(0), Reading(1), Reading(2)], await Storage.Curves.ReadAsync(charge));
        Assert.Equal(3, await Storage.Curves.SampleCountAsync());
    }

    [Fact]
    public async Task Database_locked_by_another_is_unavailable_and_comes_back()
    {
        var charge = await BeginAsync();
        using var other = OtherConnection();
        other.Execute("BEGIN IMMEDIATE");
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Storage.ProbeAsync());
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Storage.Curves.AppendAsync(charge, Reading(0)).AsTask());
        Assert.Empty(await Storage.Curves.ReadAsync(charge)); // readers are not held up
        other.Execute("COMMIT");
        await Storage.Curves.AppendAsync(charge, Reading(0));
        Assert.Equal([Reading(0)], await Storage.Curves.ReadAsync(charge));
    }

    [Fact]
    public async Task Full_queue_refuses_at_once_and_keeps_what_it_took()
    {
        var charge = await BeginAsync();
        var first = await Faults.HoldAsync(Storage);
        var accepted = Enumerable.Range(0, 100).Select(i => Storage.Curves.AppendAsync(charge, Reading(i)).AsTask()).ToList();
        var refused = Storage.Curves.AppendAsync(charge, Reading(100));
        Assert.True(refused.IsFaulted);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => refused.AsTask());
        Assert.True(Storage.ProbeAsync().IsFaulted);
        Faults.Release();
        await Task.WhenAll(accepted.Append(first)).WaitAsync(Patience);
        Assert.Equal(100, (await Storage.Curves.ReadAsync(charge)).Count);
    }

    [Fact]
    public async Task Disposing_drains_what_was_accepted_and_refuses_the_rest()
    {
        var charge = await BeginAsync();
        var first = await Faults.HoldAsync(Storage);
        var accepted = Enumerable.Range(0, 50).Select(i => Storage.Curves.AppendAsync(charge, Reading(i)).AsTask()).ToList();
        var closing = Storage.DisposeAsync().AsTask();
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Storage.Curves.AppendAsync(charge, Reading(50)).AsTask());
        Assert.False(closing.IsCompleted);
        Faults.Release();
        await Task.WhenAll(accepted.Append(first).Append(closing)).WaitAsync(Patience);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Storage.ProbeAsync());
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Storage.Registry.CountsAsync());
        Storage = await OpenAsync(Options);
        Assert.Equal(50, (await Storage.Curves.ReadAsync(charge)).Count);
    }

    [Fact]
    public async Task Callers_never_continue_on_the_writers_thread()
    {
        var charge = await BeginAsync();
        var threads = await ThreadsAsync(charge);
        Assert.Equal(100, threads.Count);
        Assert.DoesNotContain("sems-writer", threads);
    }

    [Fact]
    public async Task Second_process_is_kept_out()
    {
        var refused = await Assert.ThrowsAsync<StorageUnavailableException>(() => SqliteStorage.OpenAsync(Options));
        Assert.Contains("another process", refused.Message);
    }

    private async Task<List<string?>> ThreadsAsync(long charge)
    {
        var threads = new List<string?>();
        for (var i = 0; i < 50; i++)
        {
            await Storage.Curves.AppendAsync(charge, Reading(i)).ConfigureAwait(false);
            threads.Add(Thread.CurrentThread.Name);
            await Storage.ProbeAsync().ConfigureAwait(false);
            threads.Add(Thread.CurrentThread.Name);
        }

        return threads;
    }
}
