using Sems.Engine.Tests.Support;

namespace Sems.Engine.Tests;

[Collection(SharedEngine.Name)]
public class LifetimeTests(TestEngine engine) : EngineTest(engine)
{
    [Fact]
    public async Task A_grain_nobody_calls_is_deactivated_and_comes_back_with_the_next_call()
    {
        var before = await Instance();
        await Engine.CollectIdleAsync();
        await Waiting.Until(() => Scene.Alive == 0);
        var ending = Assert.Single(Scene.Endings);
        Assert.Equal(("a", DeactivationReasonCode.ActivationIdle), (ending.Name, ending.Reason.ReasonCode));
        Assert.NotEqual(before, await Instance().Soon());
    }

    [Fact]
    public async Task A_busy_grain_is_not_idle()
    {
        var gate = new Gate();
        var call = Script("a").Do(_ => gate.Pass());
        await gate.Arrived;
        await Engine.CollectIdleAsync();
        gate.Open();
        await call.Soon();
        Assert.Empty(Scene.Endings);
    }

    [Fact]
    public async Task OnActivateAsync_ends_before_the_first_call_begins_and_knows_the_key()
    {
        var gate = new Gate();
        Scene.Activating = async own =>
        {
            await gate.Pass();
            own.Count = own.Name.Length * 100;
        };
        var call = Script("abc").Add(1);
        await gate.Arrived;
        Assert.False(call.IsCompleted);
        gate.Open();
        Assert.Equal(301, await call.Soon());
    }

    [Fact]
    public async Task OnActivateAsync_may_call_other_grains()
    {
        Scene.Activating = async own =>
        {
            if (own.Name == "a") own.Count = await own.Other("b").Add(5);
        };
        Assert.Equal(6, await Script("a").Add(1).Soon());
    }

    [Fact]
    public async Task OnDeactivateAsync_may_call_other_grains()
    {
        var answer = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        Scene.Deactivating = async own =>
        {
            if (own.Name == "a") answer.SetResult(await own.Other("b").Add(5));
        };
        await Script("a").End();
        Assert.Equal(5, await answer.Task.Soon());
    }

    [Fact]
    public async Task A_call_that_meets_a_deactivation_waits_for_its_end_and_gets_a_new_activation()
    {
        var gate = new Gate();
        Scene.Deactivating = _ => gate.Pass();
        var before = await Instance();
        await Script("a").End();
        await gate.Arrived;
        var after = Instance();
        var interleaved = Script("a").DoInterleaved(_ => Task.CompletedTask);
        Assert.False(after.IsCompleted);
        Assert.False(interleaved.IsCompleted);
        Scene.Deactivating = null;
        gate.Open();
        Assert.NotEqual(before, await after.Soon());
        await interleaved.Soon();
    }

    [Fact]
    public async Task DeactivateOnIdle_lets_the_turn_finish_and_sends_queued_calls_to_a_new_activation()
    {
        var gate = new Gate();
        var inTurn = 0;
        var turn = Script("a").Do(async own =>
        {
            own.End();
            await gate.Pass();
            inTurn = own.Instance;
        });
        await gate.Arrived;
        var queued = Enumerable.Range(0, 3).Select(_ => Instance()).ToArray();
        Assert.Empty(Scene.Endings);
        gate.Open();
        await turn.Soon();
        var instances = await Task.WhenAll(queued).Soon();
        Assert.Single(instances.Distinct());
        Assert.NotEqual(inTurn, instances[0]);
        Assert.Equal(DeactivationReasonCode.ApplicationRequested, Assert.Single(Scene.Endings).Reason.ReasonCode);
    }

    [Fact]
    public async Task DeactivateOnIdle_under_load_loses_no_call_and_never_runs_two_activations()
    {
        int inside = 0, overlaps = 0, done = 0;
        async Task Body(ScriptGrain own)
        {
            if (Interlocked.Increment(ref inside) != 1) Interlocked.Increment(ref overlaps);
            if (Interlocked.Increment(ref done) % 5 == 0) own.End();
            if (done % 3 == 0) await Task.Yield();
            Interlocked.Decrement(ref inside);
        }

        Scene.Activating = Scene.Deactivating = async _ =>
        {
            if (Interlocked.Increment(ref inside) != 1) Interlocked.Increment(ref overlaps);
            await Task.Yield();
            Interlocked.Decrement(ref inside);
        };
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 1_000; i++) await Script("a").Do(Body);
        }))).Soon();
        Assert.Equal(0, overlaps);
        Assert.Equal(4_000, done);
        Assert.InRange(Scene.Endings.Count, 10, 800);
    }

    [Fact]
    public async Task DeactivateOnIdle_in_OnActivateAsync_fails_the_call()
    {
        Scene.Activating = own =>
        {
            own.End();
            return Task.CompletedTask;
        };
        await Assert.ThrowsAnyAsync<Exception>(() => Script("a").Add(1).Soon());
        Scene.Activating = null;
        Assert.Equal(1, await Script("a").Add(1).Soon());
    }

    [Fact]
    public async Task After_DeactivateOnIdle_an_interleaving_call_too_waits_for_the_new_activation()
    {
        var gate = new Gate();
        var old = 0;
        var turn = Script("a").Do(async own =>
        {
            old = own.Instance;
            own.End();
            await gate.Pass();
        });
        await gate.Arrived;
        var met = 0;
        var interleaved = Script("a").DoInterleaved(own =>
        {
            met = own.Instance;
            return Task.CompletedTask;
        });
        gate.Open();
        await Task.WhenAll(turn, interleaved).Soon();
        Assert.NotEqual(old, met);
    }

    [Fact]
    public async Task A_disposable_grain_is_disposed_after_deactivation()
    {
        var gate = new Gate();
        Scene.Deactivating = _ => gate.Pass();
        await Script("a").End();
        await gate.Arrived;
        Assert.Equal(0, Scene.Disposed);
        gate.Open();
        await Waiting.Until(() => Scene.Disposed == 1);
    }

    [Fact]
    public async Task Stopping_deactivates_every_grain_and_says_why()
    {
        await using var engine = await TestEngine.StartAsync(_ => { });
        for (var i = 0; i < 20; i++) await engine.Script($"{i}").Add(1);
        await engine.StopAsync();
        var endings = engine.Scenes[""].Endings;
        Assert.Equal(20, endings.Select(ending => ending.Name).Distinct().Count());
        Assert.All(endings, ending => Assert.Equal(DeactivationReasonCode.ShuttingDown, ending.Reason.ReasonCode));
    }

    private Task<int> Instance() => Script("a").Get(own => own.Instance);
}
