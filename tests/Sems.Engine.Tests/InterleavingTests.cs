using Sems.Engine.Tests.Support;

namespace Sems.Engine.Tests;

public class InterleavingTests
{
    [Fact]
    public async Task An_interleaving_call_starts_while_a_turn_waits()
    {
        await using var engine = new TestEngine();
        var grain = engine.Script("a");
        var gate = new Gate();
        var turn = grain.Do(_ => gate.Pass());
        await grain.DoInterleaved(_ => Task.CompletedTask).Soon();
        Assert.False(turn.IsCompleted);
        gate.Open();
        await turn.Soon();
    }

    [Fact]
    public async Task A_plain_call_starts_while_an_interleaving_one_waits()
    {
        await using var engine = new TestEngine();
        var grain = engine.Script("a");
        var gate = new Gate();
        var turn = grain.DoInterleaved(_ => gate.Pass());
        await grain.Add(1).Soon();
        Assert.False(turn.IsCompleted);
        gate.Open();
        await turn.Soon();
    }

    [Fact]
    public async Task An_interleaving_call_waits_for_the_activation()
    {
        await using var engine = new TestEngine();
        var gate = new Gate();
        engine.Hooks.Activating = _ => gate.Pass();
        var first = engine.Script("a").Add(1);
        var interleaved = engine.Script("a").DoInterleaved(_ => Task.CompletedTask);
        await gate.Arrived;
        Assert.False(interleaved.IsCompleted);
        gate.Open();
        await interleaved.Soon();
        Assert.Equal(1, await first.Soon());
    }

    [Fact]
    public async Task Interleaving_calls_queued_behind_an_activation_overtake_the_plain_ones_there()
    {
        await using var engine = new TestEngine();
        Gate activation = new(), turn = new();
        engine.Hooks.Activating = _ => activation.Pass();
        var first = engine.Script("a").Do(_ => turn.Pass());
        var second = engine.Script("a").Add(1);
        var interleaved = engine.Script("a").DoInterleaved(_ => Task.CompletedTask);
        activation.Open();
        await interleaved.Soon();
        Assert.False(second.IsCompleted);
        turn.Open();
        await Task.WhenAll(first, second).Soon();
    }

    [Fact]
    public async Task Read_only_calls_interleave_with_each_other_but_not_with_others()
    {
        await using var engine = new TestEngine();
        var grain = engine.Script("a");
        Gate one = new(), two = new();
        var first = grain.DoReadOnly(_ => one.Pass());
        var second = grain.DoReadOnly(_ => two.Pass());
        await Task.WhenAll(one.Arrived, two.Arrived);
        var write = grain.Add(1);
        one.Open();
        await first.Soon();
        Assert.False(write.IsCompleted);
        two.Open();
        await Task.WhenAll(second, write).Soon();
    }

    [Fact]
    public async Task Read_only_calls_wait_for_a_plain_one_and_then_start_together()
    {
        await using var engine = new TestEngine();
        var grain = engine.Script("a");
        Gate write = new(), one = new(), two = new();
        var turn = grain.Do(_ => write.Pass());
        var reads = new[] { grain.DoReadOnly(_ => one.Pass()), grain.DoReadOnly(_ => two.Pass()) };
        Assert.False(one.Arrived.IsCompleted);
        write.Open();
        await Task.WhenAll(one.Arrived, two.Arrived);
        one.Open();
        two.Open();
        await Task.WhenAll([turn, .. reads]).Soon();
    }

    [Fact]
    public async Task Interleaved_turns_never_run_at_the_same_instant()
    {
        await using var engine = new TestEngine();
        int inside = 0, overlaps = 0, total = 0;
        async Task Body(ScriptGrain own)
        {
            for (var i = 0; i < 50; i++)
            {
                if (Interlocked.Increment(ref inside) != 1) Interlocked.Increment(ref overlaps);
                var before = own.Count;
                Thread.SpinWait(50);
                own.Count = before + 1;
                total++;
                Interlocked.Decrement(ref inside);
                await (i % 2 == 0 ? Task.Run(() => { }) : Yield());
            }
        }

        await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(() => i % 4 == 0
            ? engine.Script("a").Do(Body)
            : engine.Script("a").DoInterleaved(Body)))).Soon();
        Assert.Equal(0, overlaps);
        Assert.Equal(64 * 50, total);
        Assert.Equal(64 * 50, await engine.Script("a").Add(0));
    }

    [Fact]
    public async Task What_follows_an_await_never_meets_another_turn()
    {
        await using var engine = new TestEngine();
        using var meeting = new Barrier(2);
        var met = 0;
        async Task Body(ScriptGrain own)
        {
            await Task.Run(() => { });
            if (meeting.SignalAndWait(TimeSpan.FromMilliseconds(300))) Interlocked.Increment(ref met);
        }

        await Task.WhenAll(engine.Script("a").DoInterleaved(Body), engine.Script("a").DoInterleaved(Body)).Soon();
        await Task.WhenAll(engine.Script("a").Do(own => Task.WhenAll(Body(own), Body(own)))).Soon();
        Assert.Equal(0, met);
    }

    [Fact]
    public async Task Branches_of_one_turn_never_run_at_the_same_instant()
    {
        await using var engine = new TestEngine();
        await engine.Script("a").Do(async own =>
        {
            async Task Branch()
            {
                for (var i = 0; i < 200; i++)
                {
                    await Task.Run(() => { });
                    var before = own.Count;
                    Thread.SpinWait(20);
                    own.Count = before + 1;
                }
            }

            await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Branch()));
        }).Soon();
        Assert.Equal(16 * 200, await engine.Script("a").Add(0));
    }

    [Fact]
    public async Task A_call_back_into_the_chain_may_interleave()
    {
        await using var engine = new TestEngine();
        await engine.Script("a").Do(a => a.Other("b").Do(b => b.Other("a").DoInterleaved(again =>
        {
            again.Count++;
            return Task.CompletedTask;
        }))).Soon();
        await engine.Script("a").DoReadOnly(a => a.Other("b").Do(b => b.Other("a").DoReadOnly(_ => Task.CompletedTask))).Soon();
        Assert.Equal(1, await engine.Script("a").Add(0));
    }

    private static async Task Yield() => await Task.Yield();
}
