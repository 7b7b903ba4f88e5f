using Sems.Engine.Tests.Support;

namespace Sems.Engine.Tests.Embedded;

public class CycleTests
{
    [Fact]
    public async Task A_call_back_to_the_caller_names_the_cycle()
    {
        await using var engine = new TestEngine();
        var error = await Assert.ThrowsAsync<GrainCallCycleException>(
            () => engine.Script("a").Do(a => a.Other("b").Do(b => b.Other("a").Add(1))).Soon());
        Assert.Equal("Grain call cycle: script/a -> script/b -> script/a", error.Message);
        Assert.Equal(1, await engine.Script("a").Add(1).Soon());
    }

    [Fact]
    public async Task A_call_to_itself_is_a_cycle()
    {
        await using var engine = new TestEngine();
        var error = await Assert.ThrowsAsync<GrainCallCycleException>(() => engine.Script("a").Do(a => a.Other("a").Add(1)).Soon());
        Assert.Equal("Grain call cycle: script/a -> script/a", error.Message);
    }

    [Fact]
    public async Task A_cycle_is_found_after_awaits_and_on_other_threads()
    {
        await using var engine = new TestEngine();
        await Assert.ThrowsAsync<GrainCallCycleException>(() => engine.Script("a").Do(async a =>
        {
            await Task.Yield();
            await Task.Run(() => a.Other("b").Do(async b =>
            {
                await Task.Yield();
                await b.Other("c").Do(async c =>
                {
                    await Task.Delay(1).ConfigureAwait(false);
                    await c.Other("a").Add(1);
                });
            }));
        }).Soon());
    }

    [Fact]
    public async Task Two_turns_waiting_for_each_other_are_a_cycle()
    {
        await using var engine = new TestEngine();
        Gate one = new(), two = new();
        var first = engine.Script("a").Do(a => Through(one, () => a.Other("b").Add(1)));
        var second = engine.Script("b").Do(b => Through(two, () => b.Other("a").Add(1)));
        await Task.WhenAll(one.Arrived, two.Arrived);
        one.Open();
        two.Open();
        await AssertOneCycle(["script/a -> script/b -> script/a", "script/b -> script/a -> script/b"], first, second);
    }

    [Fact]
    public async Task Three_turns_waiting_in_a_ring_through_helpers_are_a_cycle()
    {
        await using var engine = new TestEngine();
        string[] keys = ["a", "b", "c"];
        var gates = keys.Select(_ => new Gate()).ToArray();

        // Each ring grain calls its neighbour through a helper of its own: a -> a' -> b -> b' -> c -> c' -> a.
        var turns = keys.Select((key, i) => engine.Script(key).Do(own =>
            Through(gates[i], () => own.Other(key + "'").Do(helper => helper.Other(keys[(i + 1) % 3]).Add(1))))).ToArray();
        await Task.WhenAll(gates.Select(gate => gate.Arrived));
        foreach (var gate in gates) gate.Open();
        var error = await Assert.ThrowsAsync<GrainCallCycleException>(() => Task.WhenAll(turns).Soon());
        Assert.Equal(7, error.Cycle.Count);
        Assert.Equal(error.Cycle[0], error.Cycle[^1]);
        Assert.Equal(6, error.Cycle.Distinct().Count());
    }

    [Fact]
    public async Task A_fan_out_that_meets_itself_is_a_cycle()
    {
        await using var engine = new TestEngine();
        Gate one = new(), two = new();
        var call = engine.Script("root").Do(root => Task.WhenAll(
            root.Other("a").Do(a => Through(one, () => a.Other("b").Add(1))),
            root.Other("b").Do(b => Through(two, () => b.Other("a").Add(1)))));
        await Task.WhenAll(one.Arrived, two.Arrived);
        one.Open();
        two.Open();
        await Assert.ThrowsAsync<GrainCallCycleException>(() => call.Soon());
    }

    [Fact]
    public async Task A_call_queued_first_becomes_part_of_a_cycle_later()
    {
        await using var engine = new TestEngine();
        Gate holder = new(), later = new();

        // x is busy; behind it wait first l's call, then a's. When l's turn on x runs, it calls a, which waits for x.
        var hold = engine.Script("x").Do(_ => holder.Pass());
        var viaL = engine.Script("l").Do(l => l.Other("x").Do(x => Through(later, () => x.Other("a").Add(1))));
        var fromA = engine.Script("a").Do(a => a.Other("x").Add(1));
        holder.Open();
        await later.Arrived;
        later.Open();
        var error = await Assert.ThrowsAsync<GrainCallCycleException>(() => viaL.Soon());
        Assert.Equal("Grain call cycle: script/x -> script/a -> script/x", error.Message);
        await Task.WhenAll(hold, fromA).Soon();
    }

    [Fact]
    public async Task A_fan_out_to_a_busy_grain_is_no_cycle()
    {
        await using var engine = new TestEngine();
        await engine.Script("root").Do(root => Task.WhenAll(Enumerable.Range(0, 50).Select(i => root.Other($"{i % 5}").Do(async own =>
        {
            await Task.Yield();
            await own.Other("shared").Do(async shared =>
            {
                await Task.Yield();
                shared.Count++;
            });
        })))).Soon();
        Assert.Equal(50, await engine.Script("shared").Add(0));
    }

    [Fact]
    public async Task A_call_nobody_awaits_is_no_cycle_once_its_caller_has_finished()
    {
        await using var engine = new TestEngine();
        var gate = new Gate();
        Task? background = null;
        await engine.Script("a").Do(a =>
        {
            background = a.Other("b").Do(b => Through(gate, () => b.Other("a").Add(1)));
            return Task.CompletedTask;
        }).Soon();
        var busy = new Gate();
        var turn = engine.Script("a").Do(_ => busy.Pass());
        gate.Open();
        await gate.Arrived;
        busy.Open();
        await Task.WhenAll(turn, background!).Soon();
        Assert.Equal(2, await engine.Script("a").Add(1));
    }

    [Fact]
    public async Task A_call_to_a_grain_that_activates_on_behalf_of_the_caller_is_a_cycle()
    {
        await using var engine = new TestEngine();
        engine.Hooks.Activating = own => own.Name == "a"
            ? own.Other("b").Do(b => b.Other("a").DoInterleaved(_ => Task.CompletedTask))
            : Task.CompletedTask;
        var error = await Assert.ThrowsAsync<GrainCallCycleException>(() => engine.Script("a").Add(1).Soon());
        Assert.Equal("Grain call cycle: script/a -> script/b -> script/a", error.Message);
    }

    [Fact]
    public async Task An_activation_that_calls_back_its_first_caller_is_a_cycle()
    {
        await using var engine = new TestEngine();
        engine.Hooks.Activating = async own =>
        {
            await Task.Yield();
            if (own.Name == "b") await own.Other("a").Add(1);
        };
        await Assert.ThrowsAsync<GrainCallCycleException>(() => engine.Script("a").Do(a => a.Other("b").Add(1)).Soon());
    }

    [Fact]
    public async Task An_activation_that_waits_for_a_later_caller_is_a_cycle()
    {
        await using var engine = new TestEngine();
        Gate activation = new(), caller = new();
        engine.Hooks.Activating = own => own.Name == "x"
            ? Through(activation, () => own.Other("d").Add(1))
            : Task.CompletedTask;
        var first = engine.Script("x").Add(1);
        await activation.Arrived;
        var later = engine.Script("d").Do(d => Through(caller, () => d.Other("x").Add(1)));
        await caller.Arrived;
        caller.Open();
        activation.Open();
        await Assert.ThrowsAsync<GrainCallCycleException>(() => Task.WhenAll(first, later).Soon());
    }

    [Fact]
    public async Task A_deactivation_that_waits_for_a_caller_of_the_grain_is_a_cycle()
    {
        await using var engine = new TestEngine();
        Gate ending = new(), caller = new();
        Exception? met = null;
        engine.Hooks.Deactivating = async own =>
        {
            await ending.Pass();
            met = await Record.ExceptionAsync(() => own.Other("d").Add(1));
        };
        await engine.Script("x").Do(own =>
        {
            own.End();
            return Task.CompletedTask;
        });
        await ending.Arrived;
        var later = engine.Script("d").Do(async d =>
        {
            var call = d.Other("x").Add(1);
            await caller.Pass();
            await call;
        });
        await caller.Arrived;
        caller.Open();
        ending.Open();
        await later.Soon();
        Assert.IsType<GrainCallCycleException>(met);
    }

    [Fact]
    public async Task An_interleaving_call_back_to_a_grain_that_is_to_be_deactivated_is_a_cycle()
    {
        await using var engine = new TestEngine();
        var error = await Assert.ThrowsAsync<GrainCallCycleException>(() => engine.Script("a").Do(a =>
        {
            a.End();
            return a.Other("b").Do(b => b.Other("a").DoInterleaved(_ => Task.CompletedTask));
        }).Soon());
        Assert.Equal("Grain call cycle: script/a -> script/b -> script/a", error.Message);
        Assert.Equal(1, await engine.Script("a").Add(1).Soon());
    }

    [Fact]
    public async Task A_deactivation_that_makes_a_queued_call_wait_for_an_interleaved_turn_may_close_a_cycle()
    {
        await using var engine = new TestEngine();
        Gate plain = new(), interleaved = new();

        // y waits for x (behind a plain turn), an interleaved turn of x waits for y; then the plain turn asks for deactivation.
        var turn = engine.Script("x").Do(async x =>
        {
            await plain.Pass();
            x.End();
        });
        var other = engine.Script("y").Do(y => y.Other("x").Add(1));
        var back = engine.Script("x").DoInterleaved(x => Through(interleaved, () => x.Other("y").Add(1)));
        interleaved.Open();
        await interleaved.Arrived;
        await engine.Script("x").DoInterleaved(_ => Task.CompletedTask).Soon();
        plain.Open();
        var errors = await Task.WhenAll(new[] { turn, other, back }.Select(task => Record.ExceptionAsync(task.Soon)));
        Assert.IsType<GrainCallCycleException>(Assert.Single(errors, error => error is not null));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public async Task Random_calls_between_few_grains_end_in_answers_or_cycles_but_never_hang(int seed, bool deactivating)
    {
        await using var engine = new TestEngine();
        async Task Wander(ScriptGrain own, Random random, int depth)
        {
            if (random.Next(3) == 0) await Task.Yield();
            if (deactivating && random.Next(10) == 0) own.End();
            if (depth == 0) return;
            await Task.WhenAll(Enumerable.Range(0, random.Next(1, 3)).Select(_ =>
            {
                var (next, other) = (new Random(random.Next()), own.Other($"{random.Next(6)}"));
                return random.Next(6) switch
                {
                    0 => other.DoInterleaved(grain => Wander(grain, next, depth - 1)),
                    1 => other.DoReadOnly(grain => Wander(grain, next, depth - 1)),
                    _ => other.Do(grain => Wander(grain, next, depth - 1)),
                };
            }));
        }

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2_000).Select(i => Task.Run(() => Record.ExceptionAsync(
            () => engine.Script($"{i % 6}").Do(own => Wander(own, new Random((seed * 10_000) + i), i % 5))))))
            .WaitAsync(TimeSpan.FromSeconds(60));
        Assert.All(outcomes, outcome => Assert.True(outcome is null or GrainCallCycleException, outcome?.ToString()));
        Assert.Contains(outcomes, outcome => outcome is null);
        Assert.Contains(outcomes, outcome => outcome is GrainCallCycleException);
    }

    private static async Task Through(Gate gate, Func<Task> then)
    {
        await gate.Pass();
        await then();
    }

    private static async Task AssertOneCycle(string[] expected, params Task[] turns)
    {
        var errors = await Task.WhenAll(turns.Select(turn => Record.ExceptionAsync(turn.Soon)));
        var error = Assert.IsType<GrainCallCycleException>(Assert.Single(errors, one => one is not null));
        Assert.Contains(error.Message.Replace("Grain call cycle: ", ""), expected);
    }
}
