using Sems.Engine.Tests.Support;

namespace Sems.Engine.Tests;

[Collection(SharedEngine.Name)]
public class FailureTests(TestEngine engine) : EngineTest(engine)
{
    [Fact]
    public async Task An_exception_reaches_the_caller_with_type_and_stack()
    {
        var inline = await Assert.ThrowsAsync<FormatException>(() => Script("a").Do(_ => throw Broken()));
        Assert.Contains(nameof(An_exception_reaches_the_caller_with_type_and_stack), inline.StackTrace);

        var waited = await Assert.ThrowsAsync<FormatException>(() => Script("a").Do(ThrowLater).Soon());
        Assert.Contains(nameof(ThrowLater), waited.StackTrace);

        var gate = new Gate();
        var first = Script("a").Do(_ => gate.Pass());
        var queued = Script("a").Do(ThrowLater);
        gate.Open();
        var error = await Assert.ThrowsAsync<FormatException>(() => queued.Soon());
        Assert.Contains(nameof(ThrowLater), error.StackTrace);
        await first;

        var through = await Assert.ThrowsAsync<FormatException>(() => Script("b").Do(b => b.Other("a").Do(ThrowLater)).Soon());
        Assert.Contains(nameof(ThrowLater), through.StackTrace);
    }

    [Fact]
    public async Task A_failed_call_leaves_the_grain_as_it_is()
    {
        await Script("a").Add(1);
        await Assert.ThrowsAsync<FormatException>(() => Script("a").Do(_ => throw Broken()).Soon());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Script("a").Do(_ => Task.FromCanceled(new CancellationToken(true))).Soon());
        Assert.Equal(2, await Script("a").Add(1));
        Assert.Empty(Scene.Endings);
    }

    [Fact]
    public async Task An_exception_of_a_type_of_our_own_keeps_type_and_message()
    {
        var error = await Assert.ThrowsAsync<ScriptException>(() => Script("a").Do(_ => throw new ScriptException("学号 unknown")).Soon());
        Assert.Equal("学号 unknown", error.Message);
        var through = await Assert.ThrowsAsync<ScriptException>(
            () => Script("a").Do(a => a.Other("b").Do(_ => throw new ScriptException("deep"))).Soon());
        Assert.Equal("deep", through.Message);
    }

    [Fact]
    public async Task A_caller_may_handle_the_exception_of_a_grain_it_calls()
    {
        string? met = null;
        await Script("a").Do(async a =>
        {
            try
            {
                await a.Other("b").Do(ThrowLater);
            }
            catch (FormatException error)
            {
                met = error.Message;
            }
        }).Soon();
        Assert.Equal("broken", met);
    }

    [Fact]
    public async Task A_failed_activation_reaches_every_waiting_caller_and_the_next_call_tries_again()
    {
        var gate = new Gate();
        Scene.Activating = async _ =>
        {
            await gate.Pass();
            throw Broken();
        };
        var interleaved = Script("a").DoInterleaved(_ => Task.CompletedTask);
        Task[] calls = [interleaved, .. Enumerable.Range(0, 5).Select(_ => Script("a").Add(1))];
        gate.Open();
        foreach (var call in calls) await Assert.ThrowsAsync<FormatException>(() => call.Soon());
        Assert.Equal(0, Scene.Alive);

        Scene.Activating = _ => throw Broken();
        await Assert.ThrowsAsync<FormatException>(() => Script("a").Add(1));
        Assert.Equal(0, Scene.Alive);

        Scene.Activating = null;
        Assert.Equal(1, await Script("a").Add(1));
    }

    [Fact]
    public async Task A_constructor_that_throws_fails_the_call_and_is_told_as_the_cause()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => Grain<IBroken>("a").Go().Soon());
        Assert.Equal("broken", Assert.IsType<ScriptException>(error.InnerException).Message);
    }

    [Fact]
    public async Task A_deactivation_that_throws_does_not_keep_the_grain()
    {
        Scene.Deactivating = _ => throw Broken();
        await Script("a").End();
        await Waiting.Until(() => Scene.Alive == 0);
        Assert.Equal(1, await Script("a").Add(1).Soon());
    }

    private static FormatException Broken() => new("broken");

    private static async Task ThrowLater(ScriptGrain own)
    {
        await Task.Yield();
        throw Broken();
    }
}
