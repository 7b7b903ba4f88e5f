using Sems.Engine.Tests.Support;

namespace Sems.Engine.Tests;

[Collection(SharedEngine.Name)]
public class InterleavingTests(TestEngine engine) : EngineTest(engine)
{
    [Fact]
    public async Task An_interleaving_call_starts_while_a_turn_waits()
    {
        var grain = Script("a");
        var gate = new Gate();
        var turn = grain.Do(_ => gate.Pass());
        await gate.Arrived;
        await grain.DoInterleaved(_ => Task.CompletedTask).Soon();
        Assert.False(turn.IsCompleted);
        gate.Open();
        await turn.Soon();
    }

    [Fact]
    public async Task A_plain_call_starts_while_an_interleaving_one_waits()
    {
        var grain = Script("a");
        var gate = new Gate();
        var turn = grain.DoInterleaved(_ => gate.Pass());
        await gate.Arrived;
        await grain.Add(1).Soon();
        Assert.False(turn.IsCompleted);
        gate.Open();
        await turn.Soon();
    }

    [Fact]
    public async Task An_interleaving_call_waits_for_the_activation()
    {
        var gate = new Gate();
        Scene.Activating = _ => gate.Pass();
        var first = Script("a").Add(1);
        var interleaved = Script("a").DoInterleaved(_ => Task.CompletedTask);
        await gate.Arrived;
        Assert.False(interleaved.IsCompleted);
        gate.Open();
        await interleaved.Soon();
        Assert.Equal(1, await first.Soon());
    }

    [Fact]
    public async Task Interleaving_calls_queued_behind_an_activation_overtake_the_plain_ones_there()
    {
        Gate activation = new(), turn = new();
        Scene.Activating = _ => activation.Pass();
        var first = Script("a").Do(_ => turn.Pass());
        await activation.Arrived;
        var second = Script("a").Add(1);
        var interleaved = Script("a").DoInterleaved(_ => Task.CompletedTask);
        activation.Open();
        await interleaved.Soon();
        Assert.False(second.IsCompleted);
        turn.Open();
        await Task.WhenAll(first, second).Soon();
    }

    [Fact]
    public async Task Read_only_calls_interleave_with_each_other()
    {
        Gate one = new(), two = new();
        var first = Script("a").DoReadOnly(_ => one.Pass());
        var second = Script("a").DoReadOnly(_ => two.Pass());
        await Task.WhenAll(one.Arrived, two.Arrived);
        one.Open();
        two.Open();
        await Task.WhenAll(first, second).Soon();
    }

    [Fact]
    public async Task A_plain_call_waits_for_the_read_only_one_that_runs()
    {
        var gate = new Gate();
        var read = Script("a").DoReadOnly(_ => gate.Pass());
        await gate.Arrived;
        var write = Script("a").Add(1);
        await Script("a").DoInterleaved(_ => Task.CompletedTask).Soon();
        Assert.False(write.IsCompleted);
        gate.Open();
        Assert.Equal(1, await write.Soon());
        await read.Soon();
    }

    [Fact]
    public async Task Read_only_calls_wait_for_a_plain_one_and_then_start_together()
    {
        var grain = Script("a");
        Gate write = new(), one = new(), two = new();
        var turn = grain.Do(_ => write.Pass());
        await write.Arrived;
        var reads = new[] { grain.DoReadOnly(_ => one.Pass()), grain.DoReadOnly(_ => two.Pass()) };
        await grain.DoInterleaved(_ => Task.CompletedTask).Soon();
        Assert.False(one.Arrived.IsCompleted || two.Arrived.IsCompleted);
        write.Open();
        await Task.WhenAll(one.Arrived, two.Arrived);
        one.Open();
        two.Open();
        await Task.WhenAll([turn, .. reads]).Soon();
    }

    [Fact]
    public async Task Interleaved_turns_never_run_at_the_same_instant()
    {
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
            ? Script("a").Do(Body)
            : Script("a").DoInterleaved(Body)))).Soon();
        Assert.Equal(0, overlaps);
        Assert.Equal(64 * 50, total);
        Assert.Equal(64 * 50, await Script("a").Add(0));
    }

    [Fact]
    public async Task What_follows_an_await_never_meets_another_turn()
    {
        using var meeting = new Barrier(2);
        var met = 0;
        async Task Body(ScriptGrain own)
        {
            await Task.Run(() => { });
            if (meeting.SignalAndWait(TimeSpan.FromMilliseconds(300))) Interlocked.Increment(ref met);
        }

        await Task.WhenAll(Script("a").DoInterleaved(Body), Script("a").DoInterleaved(Body)).Soon();
        await Task.WhenAll(Script("a").Do(own => Task.WhenAll(Body(own), Body(own)))).Soon();
        Assert.Equal(0, met);
    }

    [Fact]
    public async Task Branches_of_one_turn_never_run_at_the_same_instant()
    {
        await Script("a").Do(async own =>
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
        Assert.Equal(16 * 200, await Script("a").Add(0));
    }

    [Fact]
    public async Task A_call_back_into_the_chain_may_interleave()
    {
        await Script("a").Do(a => a.Other("b").Do(b => b.Other("a").DoInterleaved(again =>
        {
            again.Count++;
            return Task.CompletedTask;
        }))).Soon();
        await Script("a").DoReadOnly(a => a.Other("b").Do(b => b.Other("a").DoReadOnly(_ => Task.CompletedTask))).Soon();
        Assert.Equal(1, await Script("a").Add(0));
    }

    private static async Task Yield() => await Task.Yield();
}
