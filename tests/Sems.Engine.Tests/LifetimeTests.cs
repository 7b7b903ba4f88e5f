using Sems.Engine.Tests.Support;

namespace Sems.Engine.Tests;

public class LifetimeTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_grain_not_called_for_the_idle_age_is_deactivated()
    {
        await using var engine = new TestEngine();
        await engine.Script("old").Add(1);
        await engine.Script("used").Add(1);
        for (var minute = 0; minute < 16; minute++)
        {
            Assert.Equal(2, engine.Active);
            engine.Time.Advance(Minute);
            if (minute == 10) await engine.Script("used").Add(1);
        }

        await Waiting.Until(() => engine.Active == 1);
        var ending = Assert.Single(engine.Hooks.Endings);
        Assert.Equal(("old", DeactivationReasonCode.ActivationIdle), (ending.Key, ending.Reason.ReasonCode));
        Assert.Equal(1, await engine.Script("old").Add(1).Soon());
        Assert.Equal(3, await engine.Script("used").Add(1).Soon());
    }

    [Fact]
    public async Task A_busy_grain_is_not_idle()
    {
        await using var engine = new TestEngine();
        var gate = new Gate();
        var call = engine.Script("a").Do(_ => gate.Pass());
        engine.Time.Advance(TimeSpan.FromHours(2));
        Assert.Equal(1, engine.Active);
        gate.Open();
        await call.Soon();
        Assert.Empty(engine.Hooks.Endings);
    }

    [Fact]
    public async Task A_call_that_meets_a_deactivation_waits_for_its_end_and_gets_a_new_activation()
    {
        await using var engine = new TestEngine();
        var gate = new Gate();
        engine.Hooks.Deactivating = _ => gate.Pass();
        var before = await Instance(engine);
        engine.Time.Advance(TimeSpan.FromHours(1));
        await gate.Arrived;
        var after = Instance(engine);
        var interleaved = engine.Script("a").DoInterleaved(_ => Task.CompletedTask);
        Assert.False(after.IsCompleted);
        Assert.False(interleaved.IsCompleted);
        engine.Hooks.Deactivating = null;
        gate.Open();
        Assert.NotEqual(before, await after.Soon());
        await interleaved.Soon();
    }

    [Fact]
    public async Task DeactivateOnIdle_lets_the_turn_finish_and_sends_queued_calls_to_a_new_activation()
    {
        await using var engine = new TestEngine();
        var gate = new Gate();
        object? inTurn = null;
        var turn = engine.Script("a").Do(async own =>
        {
            own.End();
            await gate.Pass();
            inTurn = own.Instance;
        });
        var queued = Enumerable.Range(0, 3).Select(_ => Instance(engine)).ToArray();
        Assert.Empty(engine.Hooks.Endings);
        gate.Open();
        await turn.Soon();
        var instances = await Task.WhenAll(queued).Soon();
        Assert.Single(instances.Distinct());
        Assert.NotEqual(inTurn, instances[0]);
        Assert.Equal(DeactivationReasonCode.ApplicationRequested, Assert.Single(engine.Hooks.Endings).Reason.ReasonCode);
    }

    [Fact]
    public async Task DeactivateOnIdle_under_load_loses_no_call_and_never_runs_two_activations()
    {
        await using var engine = new TestEngine();
        int inside = 0, overlaps = 0, done = 0;
        async Task Body(ScriptGrain own)
        {
            if (Interlocked.Increment(ref inside) != 1) Interlocked.Increment(ref overlaps);
            if (Interlocked.Increment(ref done) % 5 == 0) own.End();
            if (done % 3 == 0) await Task.Yield();
            Interlocked.Decrement(ref inside);
        }

        engine.Hooks.Activating = engine.Hooks.Deactivating = async _ =>
        {
            if (Interlocked.Increment(ref inside) != 1) Interlocked.Increment(ref overlaps);
            await Task.Yield();
            Interlocked.Decrement(ref inside);
        };
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 1_000; i++) await engine.Script("a").Do(Body);
        }))).Soon();
        Assert.Equal(0, overlaps);
        Assert.Equal(4_000, done);
        Assert.InRange(engine.Hooks.Endings.Count, 10, 800);
    }

    [Fact]
    public async Task DeactivateOnIdle_in_OnActivateAsync_still_serves_the_call()
    {
        await using var engine = new TestEngine();
        engine.Hooks.Activating = own =>
        {
            own.End();
            return Task.CompletedTask;
        };
        Assert.Equal(1, await engine.Script("a").Add(1).Soon());
        await Waiting.Until(() => engine.Active == 0);
        Assert.Equal(1, await engine.Script("a").Add(1).Soon());
    }

    [Fact]
    public async Task A_disposable_grain_is_disposed_after_deactivation()
    {
        await using var engine = new TestEngine(options => options.AddGrain<DisposableGrain>());
        var disposed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await engine.Grain<IDisposableGrain>("a").TellWhenDisposed(disposed);
        engine.Time.Advance(TimeSpan.FromHours(1));
        await disposed.Task.Soon();
    }

    private static Task<object?> Instance(TestEngine engine) =>
        engine.Script("a").Get(own => Task.FromResult<object?>(own.Instance));

    public interface IDisposableGrain : IGrainWithStringKey
    {
        Task TellWhenDisposed(TaskCompletionSource disposed);
    }

    public sealed class DisposableGrain : Grain, IDisposableGrain, IDisposable
    {
        private TaskCompletionSource? _disposed;

        public Task TellWhenDisposed(TaskCompletionSource disposed)
        {
            _disposed = disposed;
            return Task.CompletedTask;
        }

        public void Dispose() => _disposed?.SetResult();
    }
}
