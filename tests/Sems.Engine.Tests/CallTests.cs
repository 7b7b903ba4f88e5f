using Sems.Engine.Tests.Support;

namespace Sems.Engine.Tests;

[Collection(SharedEngine.Name)]
public class CallTests(TestEngine engine) : EngineTest(engine)
{
    [Fact]
    public async Task Calls_run_one_at_a_time()
    {
        const int Callers = 8, Calls = 500;
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            var grain = Script("a");
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
        Assert.Equal(Callers * Calls, await Script("a").Add(0));
    }

    [Fact]
    public async Task A_call_waits_until_the_turn_before_it_has_ended_however_often_that_one_awaits()
    {
        var gates = Enumerable.Range(0, 3).Select(_ => new Gate()).ToArray();
        var first = Script("a").Do(async own =>
        {
            foreach (var gate in gates) await gate.Pass();
            own.Count = 10;
        });
        await gates[0].Arrived;
        var second = Script("a").Add(1);
        foreach (var gate in gates)
        {
            await gate.Arrived;
            Assert.False(second.IsCompleted);
            gate.Open();
        }

        Assert.Equal(11, await second.Soon());
        await first.Soon();
    }

    [Fact]
    public async Task Grains_of_different_keys_do_not_wait_for_each_other()
    {
        var gate = new Gate();
        var busy = Script("a").Do(_ => gate.Pass());
        await gate.Arrived;
        Assert.Equal(1, await Script("b").Add(1).Soon());
        gate.Open();
        await busy.Soon();
    }

    [Fact]
    public async Task Concurrent_first_calls_make_one_activation()
    {
        for (var round = 0; round < 50; round++)
        {
            using var start = new Barrier(4);
            var name = $"{round}";
            var instances = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    start.SignalAndWait();
                    return Script(name).Get(own => own.Instance);
                },
                TaskCreationOptions.LongRunning).Unwrap())).Soon();
            Assert.Single(instances.Distinct());
        }
    }

    [Fact]
    public async Task First_calls_from_many_grains_make_one_activation()
    {
        var instances = await Task.WhenAll(Enumerable.Range(0, 32).Select(async i =>
        {
            var instance = 0;
            await Script($"{i}").Do(own => own.Other("met").Do(met =>
            {
                instance = met.Instance;
                return Task.CompletedTask;
            }));
            return instance;
        })).Soon();
        Assert.Single(instances.Distinct());
    }

    [Fact]
    public async Task All_kinds_of_answers_travel()
    {
        var grain = Script("a");
        Assert.Equal(5, await grain.Add(5));
        await grain.Reset();
        Assert.Equal(1, await grain.Add(1));
        await grain.Do(_ => Task.CompletedTask);
        await grain.Do(async _ => await Task.Yield());
    }

    [Fact]
    public async Task Messages_arrive_as_they_were_sent()
    {
        var sent = new Letter
        {
            Text = "电量",
            Amount = 12.34m,
            At = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.FromHours(8)),
            Day = DayOfWeek.Monday,
            Enclosures = [new("one", 1), new("two", long.MaxValue)],
        };
        var received = await Script("a").Echo(sent, "one", 2, null).AsTask().Soon();
        Assert.Equal("电量 one 2 none", received.Text);
        Assert.Equal(sent.Enclosures, received.Enclosures);
        Assert.Equal(sent, received with { Text = sent.Text, Enclosures = sent.Enclosures });
    }

    [Fact]
    public async Task A_call_may_go_through_many_grains()
    {
        Task Next(ScriptGrain own, int left) => left == 0 ? Task.CompletedTask : own.Other($"{left}").Do(next => Next(next, left - 1));
        await Script("start").Do(own => Next(own, 50)).Soon();
        Assert.Equal(51, Scene.Alive);
    }

    [Fact]
    public async Task A_fan_out_to_a_busy_grain_gets_through()
    {
        await Script("root").Do(root => Task.WhenAll(Enumerable.Range(0, 50).Select(i => root.Other($"{i % 5}").Do(async own =>
        {
            await Task.Yield();
            await own.Other("shared").Do(async shared =>
            {
                await Task.Yield();
                shared.Count++;
            });
        })))).Soon();
        Assert.Equal(50, await Script("shared").Add(0));
    }
}
