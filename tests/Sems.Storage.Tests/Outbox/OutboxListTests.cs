using Sems.Storage.Outbox;
using Sems.Storage.Tests.Support;

namespace Sems.Storage.Tests.Outbox;

/// <summary>Lists and counts of pushes.</summary>
public abstract class OutboxListTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite() : OutboxListTests(new SqliteTestDatabase());

    public sealed class OnPostgres() : OutboxListTests(new PostgresTestDatabase());

    [Fact]
    public async Task Lists_are_filtered_paged_and_newest_first()
    {
        await TwelveAsync();
        Assert.Equal("12: 11 10 9", await ListAsync(new PushFilter(), 1, 3));
        Assert.Equal("12: 2 1 0", await ListAsync(new PushFilter(), 4, 3));
        Assert.Equal("12: ", await ListAsync(new PushFilter(), 5, 3));
        Assert.Equal("4: 10 7 4 1", await ListAsync(new PushFilter("s1")));
        Assert.Equal("2: 7 6", await ListAsync(new PushFilter(ChargeId: 3)));
        Assert.Equal("6: 10 8 6 4 2 0", await ListAsync(new PushFilter(Kind: PushKind.AlreadyFinish)));
        Assert.Equal("3: 10 6 2", await ListAsync(new PushFilter(State: PushState.Undeliverable)));
        Assert.Equal("3: 10 6 2", await ListAsync(new PushFilter(Kind: PushKind.AlreadyFinish, State: PushState.Undeliverable)));
        Assert.Equal("3: 9 5", await ListAsync(new PushFilter(Kind: PushKind.PayFinish, State: PushState.Sent), 1, 2));
        Assert.Equal("1: 7", await ListAsync(new PushFilter("s1", 3, PushKind.PayFinish, PushState.Dead)));
        Assert.Equal("0: ", await ListAsync(new PushFilter("s1", 3, PushKind.PayFinish, PushState.Sent)));
        Assert.Equal("0: ", await ListAsync(new PushFilter(Kind: PushKind.Delay)));
        Assert.Equal("0: ", await ListAsync(new PushFilter("nobody")));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Storage.Outbox.PushesAsync(new PushFilter(), 0, 10));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Storage.Outbox.PushesAsync(new PushFilter(), 1, 0));

        async Task<string> ListAsync(PushFilter filter, int page = 1, int size = 20)
        {
            var list = await Storage.Outbox.PushesAsync(filter, page, size);
            return $"{list.Total}: {string.Join(' ', list.Items.Select(p => p.DetailJson))}";
        }
    }

    [Fact]
    public async Task Counts_follow_every_change_and_leave_out_states_of_none()
    {
        Assert.Empty(await Storage.Outbox.PushCountsAsync());
        await TwelveAsync();
        Assert.Equal("Pending 3, Sent 3, Undeliverable 3, Dead 3", await CountsAsync());
        var dead = (await Storage.Outbox.PushesAsync(new PushFilter(State: PushState.Dead), 1, 10)).Items;
        foreach (var push in dead) await Storage.Outbox.RetryAsync(push.PushId, Clock.GetUtcNow());
        Assert.Equal("Pending 6, Sent 3, Undeliverable 3", await CountsAsync());
        await ReopenAsync();
        Assert.Equal("Pending 6, Sent 3, Undeliverable 3", await CountsAsync());

        async Task<string> CountsAsync() =>
            string.Join(", ", (await Storage.Outbox.PushCountsAsync()).OrderBy(c => c.Key).Select(c => $"{c.Key} {c.Value}"));
    }

    /// <summary>Push i is of student i mod 3, charge i / 2, kind i mod 2, and became what i mod 4 says: pending, sent, undeliverable, dead.</summary>
    private async Task TwelveAsync()
    {
        for (var i = 0; i < 12; i++)
        {
            Clock.Advance(TimeSpan.FromMinutes(1));
            await Storage.Outbox.AddAsync(new PushRequest(i / 2, (PushKind)(1 + (i % 2)), $"s{i % 3}", $"{i}", Clock.GetUtcNow()));
            var state = (PushState)(i % 4);
            if (state == PushState.Pending) continue;
            var push = (await Storage.Outbox.PushesAsync(new PushFilter(), 1, 1)).Items[0];
            await Storage.Outbox.RecordAsync(new PushAttempt(push.PushId, state, Clock.GetUtcNow(), null, null));
        }
    }
}
