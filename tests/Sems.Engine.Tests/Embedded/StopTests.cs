using Sems.Engine.Tests.Support;

namespace Sems.Engine.Tests.Embedded;

public class StopTests
{
    [Fact]
    public async Task Stopping_deactivates_every_grain_and_refuses_calls()
    {
        await using var engine = new TestEngine();
        for (var i = 0; i < 100; i++) await engine.Script($"{i}").Add(1);
        await engine.Engine.StopAsync().Soon();
        Assert.Equal(0, engine.Active);
        Assert.Equal(100, engine.Hooks.Endings.Count);
        Assert.All(engine.Hooks.Endings, ending => Assert.Equal(DeactivationReasonCode.ShuttingDown, ending.Reason.ReasonCode));
        await Assert.ThrowsAsync<EngineStoppedException>(() => engine.Script("1").Add(1));
    }

    [Fact]
    public async Task Running_and_queued_calls_and_the_calls_they_make_finish_first()
    {
        await using var engine = new TestEngine();
        var gate = new Gate();
        await engine.Script("b").Add(1);
        var running = engine.Script("a").Do(async a =>
        {
            await gate.Pass();
            await a.Other("b").Add(1);
            await a.Other("new").Add(1);
        });
        var queued = engine.Script("a").Get(_ => "served");
        var stop = engine.Engine.StopAsync();
        var refused = await Assert.ThrowsAsync<EngineStoppedException>(() => engine.Script("a").Add(1));
        Assert.Equal("script/a", refused.Grain.ToString());
        Assert.False(stop.IsCompleted);
        gate.Open();
        await Task.WhenAll(running, queued, stop).Soon();
        Assert.Equal("served", await queued);
        Assert.Equal(0, engine.Active);
        Assert.Contains(engine.Hooks.Endings, ending => ending.Name == "new");
    }

    [Fact]
    public async Task Work_left_behind_by_a_finished_turn_counts_as_outside()
    {
        await using var engine = new TestEngine();
        var left = new Gate();
        Task? background = null;
        await engine.Script("a").Do(a =>
        {
            background = Task.Run(async () =>
            {
                await left.Pass();
                await a.Other("b").Add(1);
            });
            return Task.CompletedTask;
        });
        var busy = new Gate();
        var running = engine.Script("c").Do(_ => busy.Pass());
        var stop = engine.Engine.StopAsync();
        left.Open();
        await Assert.ThrowsAsync<EngineStoppedException>(() => background!.Soon());
        busy.Open();
        await Task.WhenAll(running, stop).Soon();
    }

    [Fact]
    public async Task A_turn_that_does_not_end_does_not_keep_the_engine_beyond_the_deadline()
    {
        await using var engine = new TestEngine(options => options.StopTimeout = TimeSpan.FromSeconds(5));
        var gate = new Gate();
        var stuck = engine.Script("stuck").Do(_ => gate.Pass());
        await engine.Script("free").Add(1);
        var stop = engine.Engine.StopAsync();
        await Waiting.Until(() => engine.Active == 1 && engine.Time.ActiveTimers >= 1);
        Assert.False(stop.IsCompleted);
        engine.Time.Advance(TimeSpan.FromSeconds(5));
        await stop.Soon();
        Assert.Equal(1, engine.Active);
        Assert.Equal("free", Assert.Single(engine.Hooks.Endings).Name);
        gate.Open();
        await stuck.Soon();
    }

    [Fact]
    public async Task OnDeactivateAsync_gets_its_token_cancelled_after_its_time()
    {
        await using var engine = new TestEngine(options => options.AddGrain<SlowGrain>().StopTimeout = TimeSpan.FromMinutes(1));
        var state = new SlowState();
        await engine.Grain<ISlow>("a").Use(state);
        var stop = engine.Engine.StopAsync();
        await state.Entered.Task.Soon();
        engine.Time.Advance(TimeSpan.FromSeconds(29));
        Assert.False(stop.IsCompleted);
        engine.Time.Advance(TimeSpan.FromSeconds(1));
        await state.Cancelled.Task.Soon();
        await stop.Soon();
    }

    public interface ISlow : IGrainWithStringKey
    {
        Task Use(SlowState state);
    }

    public sealed class SlowState
    {
        public TaskCompletionSource Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Cancelled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    public sealed class SlowGrain : Grain, ISlow
    {
        private SlowState? _state;

        public Task Use(SlowState state)
        {
            _state = state;
            return Task.CompletedTask;
        }

        public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
        {
            var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var registration = cancellationToken.Register(() => cancelled.SetResult());
            _state!.Entered.SetResult();
            await cancelled.Task;
            _state.Cancelled.SetResult();
        }
    }
}
