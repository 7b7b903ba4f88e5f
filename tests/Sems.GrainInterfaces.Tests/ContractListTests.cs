namespace Sems.GrainInterfaces.Tests;

/// <summary>
/// Processes of two versions meet in a cluster, so what is on the wire is kept by a list, grain-interfaces/contracts.txt.
/// A line that is there stays: a field is never renumbered, retyped or reused. New lines are added in their place.
/// </summary>
public sealed class ContractListTests
{
    private static readonly string[] Committed = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "contracts.txt"));

    [Fact]
    public void No_promise_is_broken() => Assert.Empty(Committed.Except(Contracts.Lines()));

    [Fact]
    public void Every_promise_is_listed()
    {
        var now = Path.Combine(AppContext.BaseDirectory, "contracts.now.txt");
        File.WriteAllLines(now, Contracts.Lines());
        Assert.True(Committed.SequenceEqual(Contracts.Lines()), $"grain-interfaces/contracts.txt does not list what there is; {now} does");
    }

    [Fact]
    public void No_number_and_no_name_on_the_wire_is_used_twice()
    {
        foreach (var message in Contracts.Messages) AssertDistinct(Contracts.Fields(message).Select(f => f.Id));
        AssertDistinct(Contracts.Messages.Concat(Contracts.Interfaces).Select(Contracts.Name));
        foreach (var grain in Contracts.Interfaces) AssertDistinct(grain.GetMethods().Select(m => m.Name));
    }

    [Fact]
    public void Every_message_and_interface_has_a_name_of_its_own_on_the_wire() =>
        Assert.All(Contracts.Messages.Concat(Contracts.Interfaces), t =>
        {
            Assert.True(t.IsDefined(typeof(AliasAttribute), false), $"{t} has no alias");
            if (t.IsInterface) Assert.All(t.GetMethods(), m => Assert.True(m.IsDefined(typeof(AliasAttribute), false), $"{t}.{m.Name} has no alias"));
        });

    [Fact]
    public void Everything_a_call_carries_is_plain_or_a_listed_message()
    {
        var carried = Contracts.Interfaces.SelectMany(i => i.GetMethods())
            .SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType))
            .Concat(Contracts.Messages.SelectMany(m => Contracts.Fields(m).Select(f => f.Member.PropertyType)));
        Assert.All(carried.SelectMany(Leaves), t => Assert.True(
            t == typeof(Task) || t == typeof(ValueTask) || t.IsPrimitive || t.IsEnum || t == typeof(string) || t == typeof(DateTimeOffset) || t == typeof(TimeSpan)
            || Contracts.Messages.Contains(t), $"{t} is neither plain nor a message"));
    }

    private static void AssertDistinct<T>(IEnumerable<T> values)
    {
        var all = values.ToList();
        Assert.Equal(all.Distinct(), all);
    }

    private static IEnumerable<Type> Leaves(Type type) => type.IsGenericType ? type.GenericTypeArguments.SelectMany(Leaves) : [type];
}
