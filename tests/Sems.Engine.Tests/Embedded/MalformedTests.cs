using Sems.Engine.Tests.Support;

namespace Sems.Engine.Tests.Embedded;

public class MalformedTests
{
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

    internal interface IHidden : IGrainWithStringKey;

    [Fact]
    public async Task A_malformed_interface_is_refused_with_the_reason()
    {
        await using var engine = new TestEngine(options => options.AddGrain<MalformedGrain>());
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
        var grain = new ScriptGrain(new Scenes());
        Assert.Contains("IGrainFactory", Assert.Throws<InvalidOperationException>(() => grain.GetPrimaryKeyString()).Message);
    }

    [Fact]
    public async Task A_reference_and_the_statistics_name_the_grain_type()
    {
        await using var engine = new TestEngine();
        Assert.Equal("script/a", engine.Script("a").ToString());
        await engine.Grain<ITitled>("k").Who();
        Assert.Equal(["named"], engine.Engine.GetStatistics().ActivationsByType.Where(pair => pair.Value > 0).Select(pair => pair.Key));
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
