using Sems.Engine.Tests.Support;

namespace Sems.Engine.Tests;

public class TimerTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_timer_ticks_at_its_due_time_and_then_every_period()
    {
        await using var engine = new TestEngine();
        await Start(engine, own => own.RegisterGrainTimer(Count, own, 2 * Second, Second));
        engine.Time.Advance(Second);
        Assert.Equal(0, await Ticks(engine));
        engine.Time.Advance(Second);
        Assert.Equal(1, await Ticks(engine));
        engine.Time.Advance(3 * Second);
        Assert.Equal(4, await Ticks(engine));
    }

    [Fact]
    public async Task A_timer_can_be_changed_and_disposed()
    {
        await using var engine = new TestEngine();
        IGrainTimer? timer = null;
        await Start(engine, own => timer = own.RegisterGrainTimer(() => Count(own), new(Timeout.InfiniteTimeSpan, Second)));
        engine.Time.Advance(5 * Second);
        Assert.Equal(0, await Ticks(engine));
        timer!.Change(Second, Timeout.InfiniteTimeSpan);
        engine.Time.Advance(5 * Second);
        Assert.Equal(1, await Ticks(engine));
        timer.Change(Second, Second);
        timer.Dispose();
        engine.Time.Advance(5 * Second);
        Assert.Equal(1, await Ticks(engine));
    }

    [Fact]
    public async Task A_tick_waits_for_the_running_call_and_never_overlaps_itself()
    {
        await using var engine = new TestEngine();
        await Start(engine, own => own.RegisterGrainTimer(_ => Count(own), new(Second, Second)));
        var gate = new Gate();
        var call = engine.Script("a").Do(async own =>
        {
            await gate.Pass();
            Assert.Equal(0, own.Count);
        });
        engine.Time.Advance(10 * Second);
        gate.Open();
        await call.Soon();
        Assert.Equal(1, await Ticks(engine));
        await Waiting.Until(() => engine.Time.ActiveTimers == 2);
        engine.Time.Advance(Second);
        Assert.Equal(2, await Ticks(engine));
    }

    [Fact]
    public async Task An_interleaving_tick_does_not_wait()
    {
        await using var engine = new TestEngine();
        var ticked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await Start(engine, own => own.RegisterGrainTimer(
            _ =>
            {
                ticked.TrySetResult();
                return Task.CompletedTask;
            },
            new GrainTimerCreationOptions(Second, Second) { Interleave = true }));
        var gate = new Gate();
        var call = engine.Script("a").Do(_ => gate.Pass());
        engine.Time.Advance(Second);
        await ticked.Task.Soon();
        Assert.False(call.IsCompleted);
        gate.Open();
        await call.Soon();
    }

    [Fact]
    public async Task A_failing_tick_does_not_stop_the_timer()
    {
        await using var engine = new TestEngine();
        await Start(engine, own => own.RegisterGrainTimer(
            async _ =>
            {
                await Count(own);
                throw new FormatException();
            },
            new(Second, Second)));
        engine.Time.Advance(3 * Second);
        Assert.Equal(3, await Ticks(engine));
    }

    [Fact]
    public async Task Ticks_keep_a_grain_alive_only_if_asked_to()
    {
        await using var engine = new TestEngine();
        await engine.Script("mortal").Do(own => Register(own, keepAlive: false));
        await engine.Script("alive").Do(own => Register(own, keepAlive: true));
        for (var minute = 0; minute < 60; minute++) engine.Time.Advance(TimeSpan.FromMinutes(1));
        await Waiting.Until(() => engine.Active == 1);
        Assert.Equal("mortal", Assert.Single(engine.Hooks.Endings).Key);

        static Task Register(ScriptGrain own, bool keepAlive)
        {
            own.RegisterGrainTimer(_ => Count(own), new GrainTimerCreationOptions(10 * Second, 10 * Second) { KeepAlive = keepAlive });
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task Deactivation_stops_timers_and_drops_queued_ticks()
    {
        await using var engine = new TestEngine();
        var token = CancellationToken.None;
        await Start(engine, own => own.RegisterGrainTimer(
            stop =>
            {
                token = stop;
                return Count(own);
            },
            new(Second, Second)));
        engine.Time.Advance(Second);
        var gate = new Gate();
        var turn = engine.Script("a").Do(async own =>
        {
            own.End();
            await gate.Pass();
        });
        engine.Time.Advance(Second);
        gate.Open();
        await turn.Soon();
        await Waiting.Until(() => engine.Active == 0);
        Assert.True(token.IsCancellationRequested);
        engine.Time.Advance(5 * Second);
        Assert.Equal(0, engine.Active);
        Assert.Equal(0, await Ticks(engine));
    }

    [Fact]
    public async Task A_tick_may_call_other_grains_and_is_no_descendant_of_the_turn_that_started_it()
    {
        await using var engine = new TestEngine();
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var gate = new Gate();
        var outer = engine.Script("outer").Do(async outer =>
        {
            await outer.Other("a").Do(own =>
            {
                own.RegisterGrainTimer(
                    async _ =>
                    {
                        await own.Other("outer").Add(1);
                        done.SetResult();
                    },
                    new(Second, Timeout.InfiniteTimeSpan));
                return Task.CompletedTask;
            });
            await gate.Pass();
        });
        await gate.Arrived;
        engine.Time.Advance(Second);
        gate.Open();
        await Task.WhenAll(outer, done.Task).Soon();
    }

    private static Task Start(TestEngine engine, Action<ScriptGrain> register) => engine.Script("a").Do(own =>
    {
        register(own);
        return Task.CompletedTask;
    });

    private static Task<int> Ticks(TestEngine engine) => engine.Script("a").Add(0);

    private static Task Count(ScriptGrain own, CancellationToken token = default)
    {
        own.Count++;
        return Task.CompletedTask;
    }
}
