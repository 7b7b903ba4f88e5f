using Sems.Engine.Tests.Support;

namespace Sems.Engine.Tests;

public class FailureTests
{
    [Fact]
    public async Task An_exception_reaches_the_caller_with_type_and_stack()
    {
        await using var engine = new TestEngine();
        var inline = await Assert.ThrowsAsync<FormatException>(() => engine.Script("a").Do(_ => throw Broken()));
        Assert.Contains(nameof(An_exception_reaches_the_caller_with_type_and_stack), inline.StackTrace);

        var waited = await Assert.ThrowsAsync<FormatException>(() => engine.Script("a").Do(ThrowLater).Soon());
        Assert.Contains(nameof(ThrowLater), waited.StackTrace);

        var gate = new Gate();
        var first = engine.Script("a").Do(_ => gate.Pass());
        var queued = engine.Script("a").Do(ThrowLater);
        gate.Open();
        var error = await Assert.ThrowsAsync<FormatException>(() => queued.Soon());
        Assert.Contains(nameof(ThrowLater), error.StackTrace);
        await first;

        var through = await Assert.ThrowsAsync<FormatException>(() => engine.Script("b").Do(b => b.Other("a").Do(ThrowLater)).Soon());
        Assert.Contains(nameof(ThrowLater), through.StackTrace);
    }

    [Fact]
    public async Task A_failed_call_never_throws_synchronously_and_leaves_the_grain_free()
    {
        await using var engine = new TestEngine();
        var call = engine.Script("a").Do(_ => throw Broken());
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
        Assert.Contains("IScript.Do", error.Message);
    }

    [Fact]
    public async Task A_failed_activation_reaches_every_waiting_caller_and_the_next_call_tries_again()
    {
        await using var engine = new TestEngine();
        var gate = new Gate();
        engine.Hooks.Activating = async _ =>
        {
            await gate.Pass();
            throw Broken();
        };
        var interleaved = engine.Script("a").DoInterleaved(_ => Task.CompletedTask);
        Task[] calls = [interleaved, .. Enumerable.Range(0, 5).Select(_ => engine.Script("a").Add(1))];
        gate.Open();
        foreach (var call in calls) await Assert.ThrowsAsync<FormatException>(() => call.Soon());
        Assert.Equal(0, engine.Active);

        engine.Hooks.Activating = _ => throw Broken();
        await Assert.ThrowsAsync<FormatException>(() => engine.Script("a").Add(1));
        Assert.Equal(0, engine.Active);

        engine.Hooks.Activating = null;
        Assert.Equal(1, await engine.Script("a").Add(1));
    }

    [Fact]
    public async Task A_constructor_that_throws_fails_the_call_with_its_own_exception()
    {
        await using var engine = new TestEngine(options => options.AddGrain<BrokenGrain>());
        await Assert.ThrowsAsync<FormatException>(() => engine.Grain<IBroken>("a").Go());
        Assert.Equal(0, engine.Active);
    }

    [Fact]
    public async Task A_deactivation_that_throws_does_not_keep_the_grain()
    {
        await using var engine = new TestEngine();
        engine.Hooks.Deactivating = _ => throw Broken();
        await engine.Script("a").Do(own =>
        {
            own.End();
            return Task.CompletedTask;
        });
        await Waiting.Until(() => engine.Active == 0);
        Assert.Equal(1, await engine.Script("a").Add(1).Soon());
    }

    private static FormatException Broken() => new("broken");

    private static async Task ThrowLater(ScriptGrain own)
    {
        await Task.Yield();
        throw Broken();
    }

    public interface IBroken : IGrainWithStringKey
    {
        Task Go();
    }

    public sealed class BrokenGrain : Grain, IBroken
    {
        public BrokenGrain() => throw Broken();

        public Task Go() => Task.CompletedTask;
    }
}
