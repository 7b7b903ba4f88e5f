using Sems.Grains.Pushes;
using Sems.Storage.Outbox;

namespace Sems.Grains.Tests.Pushes;

/// <summary>Pushes are sent from the outbox, tried again, and given up.</summary>
public sealed class PushGrainTests : PushFixture
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_push_is_sent_once_and_its_grain_leaves_memory()
    {
        await AddAsync(7, PushKind.Delay);
        var push = await BecomesAsync(7, "sent", p => p.State == PushState.Sent);
        Assert.Equal((1, Clock.GetUtcNow()), (push.Attempts, push.DoneAt));
        var (message, _) = Assert.Single(Channel.Given);
        Assert.Equal((push.PushId, 7, PushKind.Delay, Student(7), "东门 1 号"), (message.PushId, message.ChargeId, message.Kind, message.StudentNumber, message.Detail.Place));
        Assert.Equal("【SEMS】您的电动车已充满，仍占用充电插座（东门 1 号），请尽快取车。", message.Text);
        await UntilAsync("no push grain is in memory", async () => (await Silo.ActiveAsync("push")).Count == 0);
        await PushWaker.WakeAsync(Grains, Student(7));
        await UntilAsync("no push grain is in memory", async () => (await Silo.ActiveAsync("push")).Count == 0);
        Assert.Single(Channel.Given);
    }

    [Fact]
    public async Task What_one_grain_sends_goes_one_at_a_time_oldest_due_first()
    {
        var (at, most, gate) = (0, 0, new TaskCompletionSource());
        Channel.Answer = async (_, cancel) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref at));
            await gate.Task.WaitAsync(cancel);
            await Task.Yield();
            Interlocked.Decrement(ref at);
            return ScriptedChannel.Sent;
        };
        foreach (var charge in new[] { 8, 4, 16, 12 })
        {
            await AddAsync(charge);
            Clock.Advance(TimeSpan.FromSeconds(1));
        }
        gate.SetResult();
        await UntilAsync("all are sent", async () => await CountAsync(PushState.Sent) == 4);
        Assert.Equal([8, 4, 16, 12], Channel.Charges);
        Assert.Equal(1, most);
    }

    [Fact]
    public async Task A_push_that_cannot_be_sent_is_tried_again_ever_later_and_dies_in_the_end()
    {
        Channel.AnswerAll(new PushResult.RetryLater("busy"));
        await AddAsync(7);
        var (id, expected) = ((await FindAsync(7))!.PushId, new List<DateTimeOffset> { Clock.GetUtcNow() });
        for (var tried = 1; tried < PushBackOff.MostAttempts; tried++)
        {
            var push = await BecomesAsync(7, $"tried {tried} times", p => p.Attempts == tried);
            expected.Add(Clock.GetUtcNow() + PushBackOff.Pause(id, tried, null)!.Value);
            Assert.Equal((PushState.Pending, "busy"), (push.State, push.Error));
            Assert.InRange(push.NextAt, expected[^1].AddMilliseconds(-1), expected[^1]); // storage keeps milliseconds
            Clock.Advance(push.NextAt - Clock.GetUtcNow());
            await PushWaker.WakeAsync(Grains, Student(7));
        }
        var dead = await BecomesAsync(7, "dead", p => p.State == PushState.Dead);
        Assert.Equal((12, "given up after 12 tries: busy"), (dead.Attempts, dead.Error));
        Assert.Equal(12, Channel.Given.Count);
        Assert.All(Channel.Given.Zip(expected), pair => Assert.InRange(pair.First.At, pair.Second.AddMilliseconds(-20), pair.Second));
        Assert.InRange(Clock.GetUtcNow() - ManualTimeProvider.Start, TimeSpan.FromHours(1.9), TimeSpan.FromHours(3));
    }

    [Theory]
    [InlineData(false, PushState.Undeliverable, "not bound")]
    [InlineData(true, PushState.Dead, "template refused")]
    public async Task A_channel_can_say_that_it_is_of_no_use_and_a_person_can_try_anew(bool dead, PushState state, string reason)
    {
        Channel.AnswerAll(dead ? new PushResult.Dead(reason) : new PushResult.Undeliverable(reason));
        await AddAsync(7);
        var given = await BecomesAsync(7, "given up", p => p.State == state);
        Assert.Equal((reason, 1), (given.Error, given.Attempts));
        Channel.AnswerAll(ScriptedChannel.Sent);
        Clock.Advance(TimeSpan.FromDays(3));
        Assert.Single(Channel.Given);
        Assert.True(await Grains.PushesOf(Student(7)).Retry(given.PushId, "rose"));
        var sent = await BecomesAsync(7, "sent", p => p.State == PushState.Sent);
        Assert.Equal((null, 1), (sent.Error, sent.Attempts));
        Assert.False(await Grains.PushesOf(Student(7)).Retry(given.PushId, "rose"));
        Assert.False(await Grains.PushesOf(Student(7)).Retry(999, "rose"));
    }

    [Fact]
    public async Task A_channel_that_throws_is_tried_again()
    {
        Channel.Answer = (message, _) => message.Kind == PushKind.Delay ? throw new InvalidOperationException("no") : Task.FromException<PushResult>(new OperationCanceledException("gone"));
        await AddAsync(7, PushKind.Delay);
        await AddAsync(11, PushKind.Exception);
        Assert.Equal("InvalidOperationException: no", (await BecomesAsync(7, "tried", p => p.Attempts == 1)).Error);
        var cancelled = await BecomesAsync(11, "tried", p => p.Attempts == 1);
        Assert.Equal((PushState.Pending, "OperationCanceledException: gone"), (cancelled.State, cancelled.Error));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_channel_that_hangs_is_left_after_10_s_and_holds_up_nobody_but_what_is_behind_it(bool listens)
    {
        var hang = new TaskCompletionSource<PushResult>();
        Channel.Answer = (message, cancel) => message.ChargeId != 7 ? Task.FromResult(ScriptedChannel.Sent) : listens ? hang.Task.WaitAsync(cancel) : hang.Task;
        await AddAsync(7);
        await UntilAsync("it hangs", () => Channel.Given.Count == 1);
        await AddAsync(11).WaitAsync(Patience); // answers at once, and so does another of the grain's calls
        await AddAsync(8);
        Assert.False(await Grains.PushesOf(Student(7)).Retry(999, "rose").WaitAsync(Patience));
        await BecomesAsync(8, "sent", p => p.State == PushState.Sent);
        Assert.Equal((PushState.Pending, 0), ((await FindAsync(11))!.State, (await FindAsync(11))!.Attempts));
        Clock.Advance(TimeSpan.FromSeconds(10));
        await BecomesAsync(11, "sent", p => p.State == PushState.Sent);
        var late = (await FindAsync(7))!;
        Assert.Equal((PushState.Pending, 1, "no answer within 10 s"), (late.State, late.Attempts, late.Error));
        hang.SetResult(ScriptedChannel.Sent); // too late to count
        Assert.Equal(late, await FindAsync(7));
    }

    [Fact]
    public async Task The_pause_a_channel_asks_for_is_heeded()
    {
        Channel.AnswerAll(new PushResult.RetryLater("limit", TimeSpan.FromMinutes(30)));
        await AddAsync(7);
        Assert.Equal(Clock.GetUtcNow().AddMinutes(30), (await BecomesAsync(7, "tried", p => p.Attempts == 1)).NextAt);
    }

    [Fact]
    public async Task A_push_overdue_for_more_than_a_day_is_not_sent_any_more()
    {
        await Database.Outbox.AddAsync(new PushRequest(7, PushKind.AlreadyFinish, Student(7), "{}", Clock.GetUtcNow().AddHours(-25)));
        await Database.Outbox.AddAsync(new PushRequest(11, PushKind.AlreadyFinish, Student(11), "not JSON", Clock.GetUtcNow().AddHours(-24)));
        await PushWaker.WakeAsync(Grains, Student(7));
        await BecomesAsync(11, "sent", p => p.State == PushState.Sent);
        var late = (await FindAsync(7))!;
        Assert.Equal((PushState.Undeliverable, "too late: it was due 25 h before it could be sent"), (late.State, late.Error));
        Assert.Equal("【SEMS】您的电动车已充满，请及时取车。", Assert.Single(Channel.Given).Message.Text);
    }
}
