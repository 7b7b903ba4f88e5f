using Sems.Engine.Tests.Support;

namespace Sems.Engine.Tests;

[Collection(SharedEngine.Name)]
public class ReferenceTests(TestEngine engine) : EngineTest(engine)
{
    [Fact]
    public void References_to_the_same_grain_are_equal()
    {
        var set = new HashSet<IScript> { Script("a"), Script("a"), Script("b") };
        Assert.Equal(2, set.Count);
        Assert.NotEqual(Script("a"), Script("A"));
    }

    [Theory]
    [InlineData("0001/000000000000")]
    [InlineData("12")]
    [InlineData("0012")]
    [InlineData("宿舍 7+a%2F_?#\"'")]
    public async Task A_key_is_known_to_the_grain_and_to_its_references(string key)
    {
        var reference = Script(key);
        Assert.EndsWith(key, reference.GetPrimaryKeyString());
        Assert.Equal(reference.GetPrimaryKeyString(), await reference.Get(own => own.GetPrimaryKeyString()));
        Assert.Equal(key, await reference.Get(own => own.Name));
    }

    [Fact]
    public async Task Keys_that_are_the_same_number_name_different_grains()
    {
        await Script("12").Add(1);
        Assert.Equal(5, await Script("0012").Add(5));
        Assert.Equal(1, await Script("12").Add(0));
    }

    [Fact]
    public async Task A_reference_may_travel_as_argument_and_as_answer()
    {
        Assert.Equal(Script("a"), await Script("a").Self());
        Assert.Equal(3, await Script("a").AddAt(Script("b"), 3));
        Assert.Equal(3, await (await Script("b").Self()).Add(0));
    }

    [Fact]
    public async Task Inherited_and_overloaded_methods_reach_the_same_grain()
    {
        Assert.Equal("1 k", await Grain<INamed>("k").Who());
        Assert.Equal("2 k", await Grain<ITitled>("k").Who());
        Assert.Equal("3 Dr k", await Grain<ITitled>("k").Who("Dr"));
    }

    [Fact]
    public void A_grain_interface_without_a_class_is_refused() =>
        Assert.Throws<ArgumentException>(() => Grain<IUnserved>("a"));
}
