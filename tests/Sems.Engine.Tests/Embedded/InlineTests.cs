using Sems.Engine.Tests.Support;

namespace Sems.Engine.Tests.Embedded;

public class InlineTests
{
    [Fact]
    public async Task A_call_of_a_free_grain_runs_on_the_callers_thread_and_is_finished_at_once()
    {
        await using var engine = new TestEngine();
        var grain = engine.Script("a");
        for (var i = 1; i <= 3; i++)
        {
            var thread = 0;
            var call = grain.Do(_ =>
            {
                thread = Environment.CurrentManagedThreadId;
                return Task.CompletedTask;
            });
            Assert.True(call.IsCompletedSuccessfully);
            Assert.Equal(Environment.CurrentManagedThreadId, thread);
            var sum = grain.Add(1);
            Assert.True(sum.IsCompletedSuccessfully);
            Assert.Equal(i, await sum);
        }
    }

    [Fact]
    public async Task A_finished_call_leaves_no_trace_on_the_callers_thread()
    {
        await using var engine = new TestEngine();
        var ambient = new AsyncLocal<int> { Value = 1 };
        SynchronizationContext? inside = null;
        _ = engine.Script("a").Do(_ =>
        {
            inside = SynchronizationContext.Current;
            ambient.Value = 2;
            return Task.CompletedTask;
        });
        Assert.NotNull(inside);
        Assert.NotSame(inside, SynchronizationContext.Current);
        Assert.Equal(1, ambient.Value);
    }

    [Fact]
    public async Task A_failed_call_never_throws_synchronously_and_leaves_the_grain_free()
    {
        await using var engine = new TestEngine();
        var call = engine.Script("a").Do(_ => throw new FormatException());
        Assert.True(call.IsFaulted);
        var cancelled = engine.Script("a").Do(_ => Task.FromCanceled(new CancellationToken(true)));
        Assert.True(cancelled.IsCanceled);
        Assert.Equal(1, await engine.Script("a").Add(1));
    }

    [Fact]
    public async Task A_method_that_returns_null_is_named()
    {
        await using var engine = new TestEngine();
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => engine.Script("a").Do(_ => null!));
        Assert.Contains("IScript.Run", error.Message);
    }

    [Fact]
    public async Task A_queued_call_does_not_run_on_the_callers_thread_and_keeps_its_ambient_values()
    {
        await using var engine = new TestEngine();
        var grain = engine.Script("a");
        var gate = new Gate();
        var ambient = new AsyncLocal<string> { Value = "caller" };
        var first = grain.Do(_ => gate.Pass());
        var second = grain.Get(_ => (ambient.Value, Thread.CurrentThread.IsThreadPoolThread));
        ambient.Value = "later";
        gate.Open();
        Assert.Equal(("caller", true), await second.Soon());
        await first;
    }

    [Fact]
    public async Task Messages_are_not_copied()
    {
        await using var engine = new TestEngine(options => options.AddGrain<MirrorGrain>());
        var sent = new object();
        Assert.Same(sent, await engine.Grain<IMirror>("a").Return(sent));
    }

    [Fact]
    public async Task A_cancellation_of_the_caller_reaches_the_grain()
    {
        await using var engine = new TestEngine(options => options.AddGrain<MirrorGrain>());
        using var source = new CancellationTokenSource();
        var call = engine.Grain<IMirror>("a").Wait(source.Token);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.Soon());
    }

    [Fact]
    public async Task A_long_chain_of_calls_does_not_exhaust_the_stack()
    {
        await using var engine = new TestEngine();
        Task Next(ScriptGrain own, int left) => left == 0 ? Task.CompletedTask : own.Other($"{left}").Do(next => Next(next, left - 1));
        await engine.Script("start").Do(own => Next(own, 20_000)).Soon();
        Assert.Equal(20_001, engine.Active);
    }

    [Fact]
    public async Task A_hundred_thousand_grains_live_side_by_side()
    {
        await using var engine = new TestEngine();
        for (var i = 0; i < 100_000; i++) _ = engine.Script($"{i}").Add(i);
        Assert.Equal(100_000, engine.Active);
        Assert.Equal(99_999, await engine.Script("99999").Add(0));
        Assert.Equal(100_001, engine.Engine.GetStatistics().Calls);
    }

    public interface IMirror : IGrainWithStringKey
    {
        Task<object> Return(object sent);

        Task Wait(CancellationToken token);
    }

    public sealed class MirrorGrain : Grain, IMirror
    {
        public Task<object> Return(object sent) => Task.FromResult(sent);

        public Task Wait(CancellationToken token) => Task.Delay(Timeout.InfiniteTimeSpan, token);
    }
}
