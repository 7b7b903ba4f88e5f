using Sems.Storage.Outbox;
using Sems.Storage.Tests.Support;

namespace Sems.Storage.Tests.Outbox;

/// <summary>A push's way from pending to sent, undeliverable or dead.</summary>
public abstract class OutboxTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite() : OutboxTests(new SqliteTestDatabase());

    public sealed class OnPostgres() : OutboxTests(new PostgresTestDatabase());

    private IOutbox Outbox => Storage.Outbox;

    [Fact]
    public async Task A_push_is_kept_as_it_was_made_and_is_due_at_once()
    {
        await AddAsync(7, PushKind.PayFinish, "s1", """{"fen":25}""");
        await CrashAsync();
        var push = Assert.Single(await DueAsync());
        var now = Clock.GetUtcNow();
        Assert.Equal(new PushRecord(push.PushId, 7, PushKind.PayFinish, "s1", """{"fen":25}""", now, PushState.Pending, 0, now, null, null), push);
        Assert.Equal(push, await Outbox.FindPushAsync(push.PushId));
        Assert.Null(await Outbox.FindPushAsync(push.PushId + 1));
        Clock.Advance(TimeSpan.FromMilliseconds(-1));
        Assert.Empty(await DueAsync());
        Assert.Equal(now, await Outbox.NextDueAsync(Shard));
    }

    [Fact]
    public async Task The_same_push_again_changes_nothing_even_after_it_was_sent()
    {
        await AddAsync(7, PushKind.Delay, detail: "first");
        await AddAsync(7, PushKind.Delay, "s1", "second");
        await AddAsync(7, PushKind.Exception);
        var first = (await DueAsync())[0];
        Assert.Equal("first", first.DetailJson);
        await RecordAsync(first, PushState.Sent);
        await AddAsync(7, PushKind.Delay, detail: "third");
        Assert.Equal([PushKind.Exception], (await DueAsync()).Select(p => p.Kind));
        var sent = await FindAsync(first);
        Assert.Equal((PushState.Sent, "first"), (sent.State, sent.DetailJson));
    }

    [Theory]
    [InlineData(PushState.Sent, null)]
    [InlineData(PushState.Undeliverable, "nothing bound")]
    [InlineData(PushState.Dead, "refused")]
    public async Task A_try_that_ends_it_is_recorded_once(PushState end, string? error)
    {
        await AddAsync(7);
        var push = Assert.Single(await DueAsync());
        Clock.Advance(TimeSpan.FromSeconds(3));
        await RecordAsync(push, end, error: error);
        var done = push with { State = end, Attempts = 1, Error = error, DoneAt = Clock.GetUtcNow() };
        Assert.Equal(done, await FindAsync(push));
        Clock.Advance(TimeSpan.FromSeconds(3));
        await RecordAsync(push, PushState.Pending, Clock.GetUtcNow(), "late");
        await RecordAsync(push, PushState.Dead, error: "late");
        await RecordAsync(push with { PushId = 999 }, PushState.Dead, error: "unknown");
        await ReopenAsync();
        Assert.Equal(done, await FindAsync(push));
        Assert.Empty(await DueAsync());
        Assert.Null(await Outbox.NextDueAsync(Shard));
    }

    [Fact]
    public async Task A_push_to_be_tried_again_waits_for_its_time()
    {
        await AddAsync(7);
        var push = Assert.Single(await DueAsync());
        var next = Clock.GetUtcNow().AddSeconds(5);
        await RecordAsync(push, PushState.Pending, next, "busy");
        Assert.Equal(push with { Attempts = 1, NextAt = next, Error = "busy" }, await FindAsync(push));
        Clock.Advance(TimeSpan.FromSeconds(5) - TimeSpan.FromMilliseconds(1));
        Assert.Empty(await DueAsync());
        Assert.Equal(next, await Outbox.NextDueAsync(Shard));
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        await RecordAsync(Assert.Single(await DueAsync()), PushState.Sent);
        Assert.Equal(push with { State = PushState.Sent, Attempts = 2, NextAt = next, DoneAt = next }, await FindAsync(push));
        await Assert.ThrowsAsync<ArgumentException>(() => Outbox.RecordAsync(new PushAttempt(push.PushId, PushState.Pending, next, null, "no time")));
    }

    [Theory]
    [InlineData(PushState.Pending, false)]
    [InlineData(PushState.Sent, false)]
    [InlineData(PushState.Undeliverable, true)]
    [InlineData(PushState.Dead, true)]
    public async Task What_was_given_up_can_be_tried_anew(PushState state, bool can)
    {
        await AddAsync(7);
        var push = Assert.Single(await DueAsync());
        await RecordAsync(push, state, Clock.GetUtcNow(), "why");
        Clock.Advance(TimeSpan.FromHours(1));
        var before = await FindAsync(push);
        Assert.Equal(can, await Outbox.RetryAsync(push.PushId, Clock.GetUtcNow()));
        var expected = can ? before with { State = PushState.Pending, Attempts = 0, NextAt = Clock.GetUtcNow(), DoneAt = null } : before;
        Assert.Equal(expected, await FindAsync(push));
        Assert.False(await Outbox.RetryAsync(push.PushId, Clock.GetUtcNow()));
        Assert.False(await Outbox.RetryAsync(999, Clock.GetUtcNow()));
        Assert.Equal(state != PushState.Sent, (await DueAsync()).Count == 1);
    }

    [Fact]
    public async Task Due_pushes_come_oldest_due_first_a_few_at_a_time_to_the_shard_of_their_student()
    {
        for (var charge = 0; charge < 12; charge++) await AddAsync(charge, student: Student(charge));
        var all = new List<PushRecord>();
        for (var shard = 0; shard < PushShard.Count; shard++) all.AddRange(await DueAsync(shard));
        all = [.. all.OrderBy(p => p.ChargeId)];
        Assert.Equal(Enumerable.Range(0, 12), all.Select(p => (int)p.ChargeId));
        await RecordAsync(all[0], PushState.Pending, Clock.GetUtcNow().AddSeconds(9), "later");
        await RecordAsync(all[4], PushState.Pending, Clock.GetUtcNow().AddSeconds(2), "later");
        await RecordAsync(all[7], PushState.Sent);
        Clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal([8L, 4, 0], (await DueAsync(0)).Select(p => p.ChargeId));
        Assert.Equal([8L, 4], (await DueAsync(0, 2)).Select(p => p.ChargeId));
        Assert.Equal([1L, 5, 9], (await DueAsync(1)).Select(p => p.ChargeId));
        Assert.Equal([3L, 11], (await DueAsync(3)).Select(p => p.ChargeId));
        foreach (var shard in new[] { -1, 4 })
        {
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => DueAsync(shard));
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Outbox.NextDueAsync(shard));
        }
    }

    [Fact]
    public async Task The_next_due_time_is_the_shards_own()
    {
        await AddAsync(4, student: Student(4));
        await AddAsync(5, student: Student(5));
        var later = Clock.GetUtcNow().AddMinutes(1);
        await RecordAsync(Assert.Single(await DueAsync(0)), PushState.Pending, later, "busy");
        Assert.Equal(later, await Outbox.NextDueAsync(0));
        Assert.Equal(Clock.GetUtcNow(), await Outbox.NextDueAsync(1));
        Assert.Null(await Outbox.NextDueAsync(2));
    }

    [Fact]
    public async Task A_students_pushes_wait_for_the_earliest_and_other_students_do_not()
    {
        var (mine, other) = (Student(0), Student(4)); // of one shard
        await AddAsync(1, PushKind.Exception, mine);
        await AddAsync(1, PushKind.PayFinish, mine);
        await AddAsync(2, PushKind.AlreadyFinish, mine);
        await AddAsync(3, PushKind.AlreadyFinish, other);
        var first = (await DueAsync(0))[0];
        Assert.Equal("1 Exception, 3 AlreadyFinish", await ListAsync());
        await RecordAsync(first, PushState.Pending, Clock.GetUtcNow().AddHours(1), "busy");
        Assert.Equal("3 AlreadyFinish", await ListAsync());
        await RecordAsync((await DueAsync(0))[0], PushState.Sent);
        Assert.Equal("", await ListAsync());
        Assert.Equal(Clock.GetUtcNow().AddHours(1), await Outbox.NextDueAsync(0));
        Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("1 Exception", await ListAsync());
        await RecordAsync(first, PushState.Dead, error: "no");
        Assert.Equal("1 PayFinish", await ListAsync());
        Assert.True(await Outbox.RetryAsync(first.PushId, Clock.GetUtcNow())); // it is the earliest again
        Assert.Equal("1 Exception", await ListAsync());

        async Task<string> ListAsync() => string.Join(", ", (await DueAsync(0)).Select(p => $"{p.ChargeId} {p.Kind}"));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("0", 0)]
    [InlineData("s1", 0)]
    [InlineData("1030412535", 0)]
    [InlineData("1030412536", 1)]
    [InlineData("1030412545", 3)]
    [InlineData("学号一", 1)]
    public void A_students_shard_stays(string student, int shard) => Assert.Equal(shard, PushShard.Of(student));

    private Task AddAsync(long charge, PushKind kind = PushKind.AlreadyFinish, string student = "s1", string detail = "{}") =>
        Outbox.AddAsync(new PushRequest(charge, kind, student, detail, Clock.GetUtcNow()));

    private static int Shard => PushShard.Of("s1");

    /// <summary>One of shard n mod 4.</summary>
    private static string Student(int n) => $"s{n}-0{n % PushShard.Count}";

    private Task<IReadOnlyList<PushRecord>> DueAsync(int? shard = null, int most = 100) => Outbox.DueAsync(Clock.GetUtcNow(), shard ?? Shard, most);

    private Task RecordAsync(PushRecord push, PushState state, DateTimeOffset? next = null, string? error = null) =>
        Outbox.RecordAsync(new PushAttempt(push.PushId, state, Clock.GetUtcNow(), state == PushState.Pending ? next : null, error));

    private async Task<PushRecord> FindAsync(PushRecord push) => (await Outbox.FindPushAsync(push.PushId))!;
}
