using Sems.Engine.Tests.Support;

namespace Sems.Engine.Tests.Orleans;

/// <summary>What only a cluster can show; the common tests run on two silos too, see the classes of <c>OnTwoSilosTests.cs</c>.</summary>
[Collection(OnTwoSilos.Name)]
public sealed class ClusterTests(TwoSilos engine) : EngineTest(engine)
{
    [Fact]
    public async Task Grains_live_on_both_silos_and_call_each_other_across()
    {
        var names = Enumerable.Range(0, 64).Select(i => $"{i}").ToArray();
        var silos = await Task.WhenAll(names.Select(name => Script(name).Get(Silo)));
        Assert.Equal(2, silos.Distinct().Count());
        var here = names[0];
        var there = names[Array.FindIndex(silos, silo => silo != silos[0])];

        Assert.Equal(7, await Script(here).AddAt(Script(there), 7).Soon());
        Assert.Equal(8, await Script(there).Add(1));
        var error = await Assert.ThrowsAsync<ScriptException>(
            () => Script(here).Do(own => own.Other(there).Do(_ => throw new ScriptException("from afar"))).Soon());
        Assert.Equal("from afar", error.Message);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Script(here).Do(own => own.Other(there).Do(_ => Task.FromCanceled(new CancellationToken(true)))).Soon());
    }

    [Fact]
    public async Task Many_grains_that_call_one_meet_the_same_activation_whatever_their_silo()
    {
        var met = new System.Collections.Concurrent.ConcurrentBag<(int Instance, SiloAddress Silo)>();
        await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Script($"{i}").Do(own => own.Other("met").Do(one =>
        {
            met.Add((one.Instance, Silo(one)));
            return Task.CompletedTask;
        })))).Soon();
        Assert.Single(met.Distinct());
    }

    [Fact]
    public async Task A_message_that_is_not_immutable_is_copied()
    {
        await Script("a").Do(async own =>
        {
            var sent = new List<int> { 1 };
            var answer = await Grain<ICopier>("b").Append(sent);
            Assert.Equal([1], sent);
            Assert.Equal([1, 2], answer);
            answer.Add(3);
            Assert.Equal([1, 2], await Grain<ICopier>("b").Kept());
        }).Soon();
    }

    private static SiloAddress Silo(ScriptGrain own) => ((IGrainBase)own).GrainContext.Address.SiloAddress!;
}

/// <summary>A grain that takes mutable messages, as ours never do.</summary>
[Alias("test.ICopier")]
public interface ICopier : IGrainWithStringKey
{
    [Alias("Append")]
    Task<List<int>> Append(List<int> numbers);

    [Alias("Kept")]
    Task<List<int>> Kept();
}

/// <inheritdoc/>
public sealed class CopierGrain : Grain, ICopier
{
    private List<int> _kept = [];

    /// <inheritdoc/>
    public Task<List<int>> Append(List<int> numbers)
    {
        numbers.Add(2);
        _kept = numbers;
        return Task.FromResult(numbers);
    }

    /// <inheritdoc/>
    public Task<List<int>> Kept() => Task.FromResult(_kept);
}
