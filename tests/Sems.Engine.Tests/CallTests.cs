using Sems.Engine.Tests.Support;

namespace Sems.Engine.Tests;

public class CallTests
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
    public async Task Calls_run_one_at_a_time()
    {
        await using var engine = new TestEngine();
        const int Callers = 8, Calls = 2_000;
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            var grain = engine.Script("a");
            for (var i = 0; i < Calls; i++)
            {
                await grain.Do(async own =>
                {
                    var before = own.Count;
                    if (i % 7 == 0) await Task.Yield();
                    own.Count = before + 1;
                });
            }
        }))).Soon();
        Assert.Equal(Callers * Calls, await engine.Script("a").Add(0));
    }

    [Fact]
    public async Task Calls_run_in_order_of_arrival()
    {
        await using var engine = new TestEngine();
        var grain = engine.Script("a");
        var gate = new Gate();
        var order = new List<int>();
        var first = grain.Do(_ => gate.Pass());
        var rest = Enumerable.Range(0, 200).Select(i => grain.Do(async _ =>
        {
            order.Add(i);
            if (i % 3 == 0) await Task.Yield();
        })).ToList();
        Assert.All(rest, call => Assert.False(call.IsCompleted));
        gate.Open();
        await Task.WhenAll(rest).Soon();
        await first.Soon();
        Assert.Equal(Enumerable.Range(0, 200), order);
    }

    [Fact]
    public async Task A_queued_call_does_not_run_on_the_callers_thread_and_keeps_its_ambient_values()
    {
        await using var engine = new TestEngine();
        var grain = engine.Script("a");
        var gate = new Gate();
        var ambient = new AsyncLocal<string> { Value = "caller" };
        var first = grain.Do(_ => gate.Pass());
        var second = grain.Get(_ => Task.FromResult<object?>((ambient.Value, Thread.CurrentThread.IsThreadPoolThread)));
        ambient.Value = "later";
        gate.Open();
        Assert.Equal(("caller", true), await second.Soon());
        await first;
    }

    [Fact]
    public async Task Concurrent_first_calls_make_one_activation()
    {
        await using var engine = new TestEngine();
        for (var round = 0; round < 200; round++)
        {
            using var start = new Barrier(4);
            var instances = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    start.SignalAndWait();
                    return engine.Script($"{round}").Get(own => Task.FromResult<object?>(own.Instance));
                },
                TaskCreationOptions.LongRunning).Unwrap())).Soon();
            Assert.Single(instances.Distinct());
        }
    }

    [Fact]
    public async Task All_kinds_of_answers_and_arguments_travel()
    {
        await using var engine = new TestEngine();
        var grain = engine.Script("a");
        using var source = new CancellationTokenSource();
        Assert.Equal("one 2 3 four True", await grain.Describe("one", 2, 3, "four", source.Token).AsTask().Soon());
        Assert.Equal(5, await grain.Add(5));
        await grain.Reset();
        Assert.Equal(1, await grain.Add(1));
        await grain.Do(_ => Task.Delay(0, default));
        var same = new object();
        Assert.Same(same, await grain.Get(_ => Task.FromResult<object?>(same)));
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
}
