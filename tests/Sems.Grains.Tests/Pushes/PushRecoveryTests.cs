using Sems.Grains.Pushes;
using Sems.Grains.Tests.Support;
using Sems.Storage.Outbox;

namespace Sems.Grains.Tests.Pushes;

/// <summary>What failures and restarts do to pushes: none is lost, and hardly one is sent twice.</summary>
public sealed class PushRecoveryTests : PushFixture
{
    [Fact]
    public async Task After_a_restart_in_mid_drain_the_rest_is_sent_and_only_the_one_under_way_again()
    {
        Channel.Answer = (message, cancel) => message.ChargeId == 8
            ? new TaskCompletionSource<PushResult>().Task.WaitAsync(cancel)
            : Task.FromResult(ScriptedChannel.Sent);
        foreach (var charge in new[] { 4, 8, 12, 16 }) await AddAsync(charge);
        await UntilAsync("the second is under way", () => Channel.Given.Count == 2);
        var before = Channel;
        Channel = new ScriptedChannel(Clock);
        await RestartAsync();
        Assert.Equal((1, 3), (await CountAsync(PushState.Sent), await CountAsync(PushState.Pending)));
        Assert.Equal(1, await Silo.PushSweeper.SweepAsync(CancellationToken.None));
        await UntilAsync("all are sent", async () => await CountAsync(PushState.Sent) == 4);
        Assert.Equal([4, 8], before.Charges);
        Assert.Equal([8, 12, 16], Channel.Charges);
        Assert.Equal(0, await Silo.PushSweeper.SweepAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Once_the_process_stops_nothing_more_is_sent_and_what_was_under_way_stays_pending()
    {
        var abandoned = new TaskCompletionSource();
        Channel.Answer = (_, cancel) =>
        {
            cancel.Register(abandoned.SetResult);
            return new TaskCompletionSource<PushResult>().Task;
        };
        await AddAsync(4);
        await AddAsync(8);
        await UntilAsync("the first is under way", () => Channel.Given.Count == 1);
        await Silo.PushSweeper.StopAsync(CancellationToken.None);
        await abandoned.Task;
        await PushWaker.WakeAsync(Grains, Student(4));
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal((PushState.Pending, 0), ((await FindAsync(4))!.State, (await FindAsync(4))!.Attempts));
        Assert.Equal([4], Channel.Charges);
    }

    [Fact]
    public async Task A_push_waiting_for_its_next_try_keeps_its_time_over_a_restart()
    {
        Channel.AnswerAll(new PushResult.RetryLater("busy"));
        await AddAsync(7);
        var waiting = await BecomesAsync(7, "tried", p => p.Attempts == 1);
        await RestartAsync();
        Channel.AnswerAll(ScriptedChannel.Sent);
        Assert.Equal(1, await Silo.PushSweeper.SweepAsync(CancellationToken.None));
        await UntilAsync("its grain has looked", async () => (await Silo.ActiveAsync("push")).Count == 1);
        Clock.Advance(waiting.NextAt - Clock.GetUtcNow());
        await SweepUntilAsync("it is sent", async () => await CountAsync(PushState.Sent) == 1);
        Assert.Equal([ManualTimeProvider.Start, waiting.NextAt], Channel.Given.Select(g => g.At));
    }

    [Theory]
    [InlineData(FaultKind.Before)]
    [InlineData(FaultKind.After)]
    public async Task A_push_that_was_sent_and_could_not_be_recorded_is_recorded_later_and_not_sent_again(FaultKind kind)
    {
        await Database.Outbox.AddAsync(new PushRequest(4, PushKind.Delay, Student(4), "{}", Clock.GetUtcNow()));
        await Database.Outbox.AddAsync(new PushRequest(8, PushKind.Delay, Student(8), "{}", Clock.GetUtcNow()));
        Database.FailWrite(1, kind);
        await PushWaker.WakeAsync(Grains, Student(4));
        await UntilAsync("the record has failed", () => Database.Happened);
        Assert.Equal([4], Channel.Charges);
        Clock.Advance(TimeSpan.FromSeconds(5));
        await SweepUntilAsync("both are sent", async () => await CountAsync(PushState.Sent) == 2);
        Assert.Equal([4, 8], Channel.Charges);
    }

    [Theory]
    [InlineData("DueAsync")]
    [InlineData("NextDueAsync")]
    [InlineData("RecordAsync")]
    public async Task While_the_storage_fails_nothing_is_lost_or_sent_twice_and_it_goes_on_by_itself(string call)
    {
        Database.FailCalls(call);
        await AddAsync(4);
        await AddAsync(8);
        for (var i = 0; i < 3; i++)
        {
            await PushWaker.WakeAsync(Grains, Student(4));
            Clock.Advance(TimeSpan.FromSeconds(5));
        }
        Database.Heal();
        await UntilAsync("both are sent", async () =>
        {
            Clock.Advance(TimeSpan.FromSeconds(5));
            return await CountAsync(PushState.Sent) == 2;
        });
        Assert.Equal([4, 8], Channel.Charges);
    }

    [Fact]
    public async Task Ten_thousand_pushes_are_drained_each_sent_once()
    {
        const int many = 10_000;
        foreach (var some in Enumerable.Range(0, many).Chunk(500))
            await Task.WhenAll(some.Select(i => Database.Outbox.AddAsync(new PushRequest(i, PushKind.PayFinish, $"s{i}", "{}", Clock.GetUtcNow()))));
        Assert.Equal(PushShard.Count, await Silo.PushSweeper.SweepAsync(CancellationToken.None));
        await UntilAsync("all are sent", async () => await CountAsync(PushState.Sent) == many);
        Assert.Equal(Enumerable.Range(0, many), Channel.Charges.Order().Select(c => (int)c));
    }
}
