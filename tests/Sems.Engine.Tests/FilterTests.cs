using Microsoft.Extensions.DependencyInjection;
using Sems.Engine.Tests.Support;

namespace Sems.Engine.Tests;

public class FilterTests
{
    [Fact]
    public async Task Filters_see_every_call_in_order_of_registration()
    {
        var seen = new List<string>();
        await using var engine = NewEngine(
            new Filter(async call =>
            {
                seen.Add($"> {call.SourceId?.ToString() ?? "outside"} -> {call.TargetId} {call.MethodName}");
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
                "> outside -> script/a Do", "inner", "> script/a -> script/b Add", "inner", "< 1", "< ",
            ],
            seen);
    }

    [Fact]
    public async Task A_filter_knows_grain_and_methods()
    {
        IIncomingGrainCallContext? met = null;
        await using var engine = NewEngine(new Filter(call =>
        {
            met = call;
            return call.Invoke();
        }));
        await engine.Script("a").Add(1);
        Assert.IsType<ScriptGrain>(met!.Grain);
        Assert.Equal(typeof(IScript).FullName, met.InterfaceName);
        Assert.Equal(typeof(IScript).GetMethod("Add"), met.InterfaceMethod);
        Assert.Equal(typeof(ScriptGrain).GetMethod("Add"), met.ImplementationMethod);
        Assert.Equal("a", met.TargetContext.GrainId.Key);
    }

    [Fact]
    public async Task A_filter_may_change_the_result_or_refuse()
    {
        await using var engine = NewEngine(new Filter(async call =>
        {
            if (call.TargetId.Key == "refused") throw new UnauthorizedAccessException();
            await call.Invoke();
            if (call.Result is int number) call.Result = number * 10;
        }));
        Assert.Equal(20, await engine.Script("a").Add(2));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => engine.Script("refused").Add(2));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => engine.Script("refused").Do(_ => Task.CompletedTask));
        await Assert.ThrowsAsync<FormatException>(() => engine.Script("a").Do(_ => throw new FormatException()));
    }

    private static TestEngine NewEngine(params Filter[] filters) => new(register: services =>
    {
        foreach (var filter in filters) services.AddSingleton<IIncomingGrainCallFilter>(filter);
    });

    private sealed class Filter(Func<IIncomingGrainCallContext, Task> body) : IIncomingGrainCallFilter
    {
        public Task Invoke(IIncomingGrainCallContext context) => body(context);
    }
}
