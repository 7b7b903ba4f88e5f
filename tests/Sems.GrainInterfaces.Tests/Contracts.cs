using System.Collections.Immutable;
using System.Reflection;

namespace Sems.GrainInterfaces.Tests;

/// <summary>
/// What a process of one version says to a process of another: every message with its numbered fields, every grain
/// interface with its methods, by the names that go over the wire, a line each.
/// </summary>
internal static class Contracts
{
    private static readonly Assembly Home = typeof(IAmmeterGrain).Assembly;

    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>Types that travel between processes.</summary>
    public static IReadOnlyList<Type> Messages { get; } =
        [.. Home.GetExportedTypes().Where(t => t.IsDefined(typeof(GenerateSerializerAttribute))).OrderBy(Name, StringComparer.Ordinal)];

    /// <summary>The grain interfaces.</summary>
    public static IReadOnlyList<Type> Interfaces { get; } =
        [.. Home.GetExportedTypes().Where(t => t.IsInterface && t.IsAssignableTo(typeof(IGrainWithStringKey))).OrderBy(Name, StringComparer.Ordinal)];

    /// <summary>Enumerations travel as their numbers.</summary>
    public static IReadOnlyList<Type> Enumerations { get; } = [.. Home.GetExportedTypes().Where(t => t.IsEnum).OrderBy(t => t.Name, StringComparer.Ordinal)];

    /// <summary>The list, as it is committed.</summary>
    public static IEnumerable<string> Lines() =>
        Messages.SelectMany(Message).Concat(Enumerations.SelectMany(Enumeration)).Concat(Interfaces.SelectMany(Interface));

    /// <summary>The members of a message that travel, in the order of their numbers.</summary>
    public static IReadOnlyList<(uint Id, PropertyInfo Member)> Fields(Type message) =>
        [.. from member in message.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            let id = member.GetCustomAttribute<IdAttribute>()
            where id is not null
            orderby id.Id
            select (id.Id, member)];

    public static string Name(Type type) => type.GetCustomAttribute<AliasAttribute>()?.Alias ?? type.Name;

    private static IEnumerable<string> Message(Type type) =>
        Fields(type).Select(f => $"message {Name(type)} {f.Id} {f.Member.Name} {Describe(f.Member.PropertyType, Nullability.Create(f.Member))}");

    private static IEnumerable<string> Enumeration(Type type) =>
        Enum.GetNames(type).Select(name => $"enum {type.Name} {Convert.ToInt64(Enum.Parse(type, name))} {name}");

    private static IEnumerable<string> Interface(Type type) =>
        type.GetMethods().OrderBy(Alias, StringComparer.Ordinal).Select(m => $"grain {Name(type)} {Alias(m)}({Parameters(m)}) {Answer(m)}");

    private static string Alias(MethodInfo method) => method.GetCustomAttribute<AliasAttribute>()?.Alias ?? "!" + method.Name;

    private static string Parameters(MethodInfo method) =>
        string.Join(", ", method.GetParameters().Select(p => Describe(p.ParameterType, Nullability.Create(p))));

    private static string Answer(MethodInfo method)
    {
        var answer = Nullability.Create(method.ReturnParameter);
        return method.ReturnType.IsGenericType ? Describe(method.ReturnType.GenericTypeArguments[0], answer.GenericTypeArguments[0]) : "-";
    }

    private static string Describe(Type type, NullabilityInfo nullability)
    {
        if (Nullable.GetUnderlyingType(type) is { } value) return Plain(value) + "?";
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
            return Describe(type.GenericTypeArguments[0], nullability.GenericTypeArguments[0]) + "[]";
        return Plain(type) + (!type.IsValueType && nullability.ReadState == NullabilityState.Nullable ? "?" : "");
    }

    private static string Plain(Type type) => type.IsGenericType
        ? $"{type.Name[..type.Name.IndexOf('`')]}<{string.Join(", ", type.GenericTypeArguments.Select(Plain))}>"
        : type.Assembly == Home ? Name(type) : type.Name;
}
