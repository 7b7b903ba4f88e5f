using Microsoft.Extensions.DependencyInjection;
using Sems.Engine.Tests.Support;

namespace Sems.Engine.Tests;

public class FilterTests
{
    [Fact]
    public async Task Filters_see_every_call_in_order_of_registration()
    {
        var seen = new List<string>();
        await using var engine = await StartAsync(
            new Filter(async call =>
            {
                seen.Add($"> {Caller(call)} -> {call.TargetId} {call.MethodName}");
                await call.Invoke();
                seen.Add($"< {call.Result}");
            }),
            new Filter(call =>
            {
                seen.Add("inner");
                return call.Invoke();
            }));
        Assert.Equal(3, await engine.Script("a").Add(3));
        await engine.Script("a").Do(async a => await a.Other("b").Add(1));
        Assert.Equal(
            [
                "> outside -> script/a Add", "inner", "< 3",
                "> outside -> script/a Run", "inner", "> script/a -> script/b Add", "inner", "< 1", "< ",
            ],
            seen);
    }

    [Fact]
    public async Task A_filter_knows_grain_and_methods()
    {
        object?[] met = [];
        await using var engine = await StartAsync(new Filter(call =>
        {
            met = [call.Grain, call.InterfaceMethod, call.ImplementationMethod, call.TargetContext.GrainId.Key.ToString()];
            return call.Invoke();
        }));
        await engine.Script("a").Add(1);
        Assert.IsType<ScriptGrain>(met[0]);
        Assert.Equal([typeof(IScript).GetMethod("Add"), typeof(ScriptGrain).GetMethod("Add"), "a"], met[1..]);
    }

    [Fact]
    public async Task A_filter_may_change_the_result_or_refuse()
    {
        await using var engine = await StartAsync(new Filter(async call =>
        {
            if (call.TargetId.Key.ToString() == "refused") throw new UnauthorizedAccessException();
            await call.Invoke();
            if (call.Result is int number) call.Result = number * 10;
        }));
        Assert.Equal(20, await engine.Script("a").Add(2));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => engine.Script("refused").Add(2));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => engine.Script("refused").Do(_ => Task.CompletedTask));
        await Assert.ThrowsAsync<FormatException>(() => engine.Script("a").Do(_ => throw new FormatException()));
    }

    [Fact]
    public async Task Filters_leave_timers_alone()
    {
        await using var engine = await StartAsync(new Filter(call => call.Invoke()));
        var ticked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await engine.Script("a").Do(own =>
        {
            own.RegisterGrainTimer(
                _ =>
                {
                    ticked.TrySetResult();
                    return Task.CompletedTask;
                },
                new(TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan));
            return Task.CompletedTask;
        });
        engine.Time.Advance(TimeSpan.FromSeconds(1));
        await ticked.Task.Soon();
    }

    private static string Caller(IIncomingGrainCallContext call) =>
        call.SourceId?.ToString() is { } source && source.StartsWith("script/", StringComparison.Ordinal) ? source : "outside";

    protected virtual Task<TestEngine> StartAsync(Action<IServiceCollection> register) => TestEngine.StartAsync(register);

    private Task<TestEngine> StartAsync(params Filter[] filters) => StartAsync(services =>
    {
        foreach (var filter in filters) services.AddSingleton<IIncomingGrainCallFilter>(filter);
    });

    private sealed class Filter(Func<IIncomingGrainCallContext, Task> body) : IIncomingGrainCallFilter
    {
        /// <summary>The engine's own calls may pass here too.</summary>
        public Task Invoke(IIncomingGrainCallContext context) => context.Grain is ScriptGrain ? body(context) : context.Invoke();
    }
}
