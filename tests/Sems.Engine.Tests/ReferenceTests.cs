using Sems.Engine.Tests.Support;

namespace Sems.Engine.Tests;

public class ReferenceTests
{
    public interface IUnserved : IGrainWithStringKey;

    public interface IProperty : IGrainWithStringKey
    {
        int Value { get; }
    }

    public interface IVoid : IGrainWithStringKey
    {
        void Go();
    }

    public interface IGeneric : IGrainWithStringKey
    {
        Task Go<T>(T value);
    }

    public interface IByRef : IGrainWithStringKey
    {
        Task Go(ref int value);
    }

    public interface IBase : IGrainWithStringKey
    {
        Task<string> Who();
    }

    public interface IDerived : IBase
    {
        Task<string> Who(string title);
    }

    internal interface IHidden : IGrainWithStringKey;

    [Fact]
    public async Task References_to_the_same_grain_are_equal()
    {
        await using var engine = new TestEngine();
        var set = new HashSet<IScript> { engine.Script("a"), engine.Script("a"), engine.Script("b") };
        Assert.Equal(2, set.Count);
        Assert.Equal("script/a", engine.Script("a").ToString());
    }

    [Fact]
    public async Task A_key_is_known_to_the_grain_and_to_its_references()
    {
        await using var engine = new TestEngine();
        var reference = engine.Script("0001/000000000000");
        Assert.Equal("0001/000000000000", reference.GetPrimaryKeyString());
        Assert.Equal(reference.GetPrimaryKeyString(), await reference.Get(own => Task.FromResult<object?>(own.GetPrimaryKeyString())));
        Assert.Equal(reference, await reference.Get(own => Task.FromResult<object?>(own.AsReference<IScript>())));
    }

    [Fact]
    public async Task Inherited_and_overloaded_methods_reach_the_grain()
    {
        await using var engine = new TestEngine(options => options.AddGrain<DerivedGrain>());
        Assert.Equal("k", await engine.Grain<IBase>("k").Who());
        Assert.Equal("k", await engine.Grain<IDerived>("k").Who());
        Assert.Equal("Dr k", await engine.Grain<IDerived>("k").Who("Dr"));
        Assert.Equal(["named"], engine.Engine.GetStatistics().ActivationsByType.Where(pair => pair.Value > 0).Select(pair => pair.Key));
    }

    [Fact]
    public async Task A_malformed_interface_is_refused_with_the_reason()
    {
        await using var engine = new TestEngine(options =>
            options.AddGrain<MalformedGrain>());
        Assert.Contains("No grain class", Assert.Throws<ArgumentException>(() => engine.Grain<IUnserved>("a")).Message);
        Assert.Contains("property", Assert.Throws<ArgumentException>(() => engine.Grain<IProperty>("a")).Message);
        Assert.Contains("System.Void", Assert.Throws<ArgumentException>(() => engine.Grain<IVoid>("a")).Message);
        Assert.Contains("generic", Assert.Throws<ArgumentException>(() => engine.Grain<IGeneric>("a")).Message);
        Assert.Contains("ref", Assert.Throws<ArgumentException>(() => engine.Grain<IByRef>("a")).Message);
        Assert.Contains("public", Assert.Throws<ArgumentException>(() => engine.Grain<IHidden>("a")).Message);
    }

    [Fact]
    public void A_grain_made_by_hand_says_that_it_was()
    {
        var grain = new ScriptGrain(new ScriptHooks());
        Assert.Contains("IGrainFactory", Assert.Throws<InvalidOperationException>(() => grain.GetPrimaryKeyString()).Message);
    }

    [GrainType("named")]
    public sealed class DerivedGrain : Grain, IDerived
    {
        public Task<string> Who() => Task.FromResult(this.GetPrimaryKeyString());

        public Task<string> Who(string title) => Task.FromResult($"{title} {this.GetPrimaryKeyString()}");
    }

    public sealed class MalformedGrain : Grain, IProperty, IVoid, IGeneric, IByRef, IHidden
    {
        public int Value => 0;

        public void Go()
        {
        }

        public Task Go<T>(T value) => Task.CompletedTask;

        public Task Go(ref int value) => Task.CompletedTask;
    }
}
