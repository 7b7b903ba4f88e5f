using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Sems.GrainInterfaces.Tests;

/// <summary>Messages are handed over without a copy, so nothing in them may change.</summary>
public sealed class ImmutabilityTests
{
    public static TheoryData<Type> Messages => [.. Contracts.Messages];

    [Theory]
    [MemberData(nameof(Messages))]
    public void A_message_is_marked_immutable_and_is(Type message)
    {
        Assert.True(message.IsDefined(typeof(ImmutableAttribute), false), "not marked [Immutable]");
        Assert.True(message.IsValueType || message.IsSealed, "not sealed");
        Assert.All(message.GetProperties(BindingFlags.Public | BindingFlags.Instance), p => Assert.True(IsFixed(p), $"{p.Name} can be set"));
        Assert.All(
            message.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance),
            f => Assert.True(f.IsInitOnly, $"{f.Name} can be written"));
        Assert.All(Contracts.Fields(message), f => Assert.True(IsValue(f.Member.PropertyType), $"{f.Member.Name} holds something that can change"));
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void Every_member_that_is_stored_travels(Type message)
    {
        var stored = message.GetFields(BindingFlags.NonPublic | BindingFlags.Instance)
            .Where(f => f.IsDefined(typeof(CompilerGeneratedAttribute), false)).Select(f => f.Name[1..f.Name.IndexOf('>')]).Order();
        Assert.Equal(stored, Contracts.Fields(message).Select(f => f.Member.Name).Order());
    }

    private static bool IsFixed(PropertyInfo property) => property.SetMethod is not { } set
        || set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static bool IsValue(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsGenericType) return type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) && IsValue(type.GenericTypeArguments[0]);
        return type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(DateTimeOffset) || type == typeof(TimeSpan)
            || Contracts.Messages.Contains(type);
    }
}
