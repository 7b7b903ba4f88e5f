using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Sems.GrainInterfaces.Tests;

/// <summary>Makes messages in which no two members of a type hold the same value, so that a swapped field shows.</summary>
internal sealed class Examples
{
    private int _next = 1;

    /// <summary>A message with every member set.</summary>
    public object Full(Type type) => Make(type);

    /// <summary>A message with every member that may be left out left out.</summary>
    public static object Empty(Type type) => RuntimeHelpers.GetUninitializedObject(type);

    private object Make(Type type)
    {
        var n = _next++;
        if (Nullable.GetUnderlyingType(type) is { } value) return Make(value);
        if (type == typeof(string)) return "文 " + n;
        if (type == typeof(bool)) return true;
        if (type == typeof(double)) return n + 0.25;
        if (type == typeof(DateTimeOffset)) return DateTimeOffset.UnixEpoch.AddMinutes(n).ToOffset(TimeSpan.FromHours(8));
        if (type == typeof(TimeSpan)) return TimeSpan.FromSeconds(n);
        if (type.IsEnum) return Enum.GetValues(type).GetValue(n % Enum.GetValues(type).Length)!;
        if (type.IsPrimitive) return Convert.ChangeType(n, type);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)) return Several(type.GenericTypeArguments[0]);
        return Message(type);
    }

    private object Message(Type type)
    {
        var message = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var (_, member) in Contracts.Fields(type))
        {
            var field = type.GetField($"<{member.Name}>k__BackingField", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!;
            field.SetValue(message, Make(member.PropertyType));
        }
        return message;
    }

    private object Several(Type element)
    {
        var items = Array.CreateInstance(element, 3);
        for (var i = 0; i < items.Length; i++) items.SetValue(Make(element), i);
        return typeof(Examples).GetMethod(nameof(ToImmutable), System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!
            .MakeGenericMethod(element).Invoke(null, [items])!;
    }

    private static ImmutableArray<T> ToImmutable<T>(T[] items) => [.. items];
}
