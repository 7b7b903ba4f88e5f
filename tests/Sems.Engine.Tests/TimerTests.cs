using Sems.Engine.Tests.Support;

namespace Sems.Engine.Tests;

[Collection(SharedEngine.Name)]
public class TimerTests(TestEngine engine) : EngineTest(engine)
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private int _ticks;

    [Fact]
    public async Task A_timer_ticks_at_its_due_time_and_then_every_period()
    {
        await Start(own => own.RegisterGrainTimer(Count, own, 2 * Second, Second));
        await Advance(Second, ticks: 0);
        await Advance(Second, ticks: 1);
        for (var ticks = 2; ticks <= 4; ticks++) await Advance(Second, ticks);
        Assert.Equal(4, await Script("a").Add(0));
    }

    [Fact]
    public async Task Time_behind_a_tick_counts_from_its_end()
    {
        var gate = new Gate();
        await Start(own => own.RegisterGrainTimer(
            async _ =>
            {
                if (_ticks == 0) await gate.Pass();
                await Count(own);
            },
            new(Second, Second)));
        Engine.Time.Advance(Second);
        await gate.Arrived;
        Engine.Time.Advance(10 * Second);
        gate.Open();
        await Ticked(1);
        await Advance(Second / 2, ticks: 1);
        await Advance(Second / 2, ticks: 2);
    }

    [Fact]
    public async Task A_timer_may_be_without_a_period_or_without_a_due_time()
    {
        IGrainTimer? timer = null;
        await Start(own => timer = own.RegisterGrainTimer(() => Count(own), new(Timeout.InfiniteTimeSpan, Second)));
        await Advance(5 * Second, ticks: 0);
        await Script("a").Do(_ => Change(timer!, Second, Timeout.InfiniteTimeSpan));
        await Advance(Second, ticks: 1);
        await Advance(5 * Second, ticks: 1);
    }

    [Fact]
    public async Task A_disposed_timer_ticks_no_more()
    {
        IGrainTimer? timer = null;
        await Start(own => timer = own.RegisterGrainTimer(() => Count(own), new(Second, Second)));
        await Advance(Second, ticks: 1);
        await Script("a").Do(_ =>
        {
            timer!.Dispose();
            return Change(timer, Second, Second);
        });
        await Advance(5 * Second, ticks: 1);
    }

    [Fact]
    public async Task A_timer_changed_in_its_own_tick_obeys_after_the_tick()
    {
        IGrainTimer? timer = null;
        await Start(own => timer = own.RegisterGrainTimer(
            async _ =>
            {
                timer!.Change(3 * Second, Second);
                await Count(own);
            },
            new(Second, Second)));
        await Advance(Second, ticks: 1);
        await Advance(2 * Second, ticks: 1);
        await Advance(Second, ticks: 2);
    }

    [Fact]
    public async Task A_tick_waits_for_the_running_call_and_never_overlaps_itself()
    {
        await Start(own => own.RegisterGrainTimer(_ => Count(own), new(Second, Second)));
        var gate = new Gate();
        var call = Script("a").Do(async own =>
        {
            await gate.Pass();
            Assert.Equal(0, own.Count);
        });
        await gate.Arrived;
        Engine.Time.Advance(10 * Second);
        gate.Open();
        await call.Soon();
        await Ticked(1);
        await Advance(Second, ticks: 2);
    }

    [Fact]
    public async Task A_call_waits_for_the_running_tick()
    {
        var gate = new Gate();
        await Start(own => own.RegisterGrainTimer(
            async _ =>
            {
                await gate.Pass();
                await Count(own);
            },
            new(Second, Timeout.InfiniteTimeSpan)));
        Engine.Time.Advance(Second);
        await gate.Arrived;
        var call = Script("a").Add(1);
        await Script("a").DoInterleaved(_ => Task.CompletedTask).Soon();
        Assert.False(call.IsCompleted);
        gate.Open();
        Assert.Equal(2, await call.Soon());
    }

    [Fact]
    public async Task An_interleaving_tick_does_not_wait()
    {
        await Start(own => own.RegisterGrainTimer(_ => Count(own), new GrainTimerCreationOptions(Second, Second) { Interleave = true }));
        var gate = new Gate();
        var call = Script("a").Do(_ => gate.Pass());
        await gate.Arrived;
        Engine.Time.Advance(Second);
        await Waiting.Until(() => _ticks == 1);
        Assert.False(call.IsCompleted);
        gate.Open();
        await call.Soon();
    }

    [Fact]
    public async Task A_failing_tick_does_not_stop_the_timer()
    {
        await Start(own => own.RegisterGrainTimer(
            async _ =>
            {
                await Count(own);
                throw new FormatException();
            },
            new(Second, Second)));
        for (var ticks = 1; ticks <= 3; ticks++) await Advance(Second, ticks);
        Assert.Equal(3, await Script("a").Add(0));
    }

    [Fact]
    public async Task Deactivation_stops_timers_and_drops_queued_ticks()
    {
        var token = CancellationToken.None;
        await Start(own => own.RegisterGrainTimer(
            stop =>
            {
                token = stop;
                return Count(own);
            },
            new(Second, Second)));
        await Advance(Second, ticks: 1);
        var gate = new Gate();
        var turn = Script("a").Do(async own =>
        {
            own.End();
            await gate.Pass();
        });
        await gate.Arrived;
        Engine.Time.Advance(Second);
        gate.Open();
        await turn.Soon();
        await Waiting.Until(() => Scene.Alive == 0);
        Assert.True(token.IsCancellationRequested);
        Engine.Time.Advance(5 * Second);
        Assert.Equal(0, await Script("a").Add(0));
        Assert.Equal(1, _ticks);
    }

    [Fact]
    public async Task A_timer_may_be_started_in_OnActivateAsync()
    {
        Scene.Activating = own =>
        {
            own.RegisterGrainTimer(_ => Count(own), new(Second, Second));
            return Task.CompletedTask;
        };
        await Script("a").Add(0);
        await Advance(Second, ticks: 1);
    }

    [Fact]
    public async Task A_tick_may_call_other_grains_and_is_no_descendant_of_the_turn_that_started_it()
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var gate = new Gate();
        var outer = Script("outer").Do(async outer =>
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
        Engine.Time.Advance(Second);
        gate.Open();
        await Task.WhenAll(outer, done.Task).Soon();
    }

    private static Task Change(IGrainTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        timer.Change(dueTime, period);
        return Task.CompletedTask;
    }

    private Task Start(Action<ScriptGrain> register) => Script("a").Do(own =>
    {
        register(own);
        return Task.CompletedTask;
    });

    /// <summary>Moves the clock, and waits until so many ticks have ended altogether and the timer is armed again.</summary>
    private Task Advance(TimeSpan time, int ticks)
    {
        Engine.Time.Advance(time);
        return Ticked(ticks);
    }

    private async Task Ticked(int ticks)
    {
        await Waiting.Until(() => _ticks >= ticks);
        await Script("a").Add(0);
        Assert.Equal(ticks, _ticks);
    }

    private Task Count(ScriptGrain own, CancellationToken token = default)
    {
        own.Count++;
        Interlocked.Increment(ref _ticks);
        return Task.CompletedTask;
    }
}
