using System.Collections.Concurrent;
using System.Reflection;

namespace Sems.Embedded;

/// <summary>A grain interface: its methods by number, and the class of its references.</summary>
internal sealed class GrainInterface
{
    /// <summary>Generated once in a process, whatever the number of its engines: a dynamic module takes ever longer the more types it has.</summary>
    private static readonly ConcurrentDictionary<Type, Lazy<Proxy>> Proxies = new();

    private readonly GrainClass _class;
    private readonly GrainMethod[] _methods;
    private readonly Func<GrainTarget, GrainReference> _create;

    public GrainInterface(Type type, GrainClass grainClass)
    {
        var proxy = Proxies.GetOrAdd(type, static one => new Lazy<Proxy>(() => Proxy.Of(one))).Value;
        _class = grainClass;
        _methods = [.. proxy.Declarations.Select(declaration => new GrainMethod(declaration))];
        _create = proxy.Create;
    }

    public GrainReference Reference(string key) => _create(new GrainTarget(_class, _methods, key));

    /// <summary>The methods of an interface and those it inherits, checked.</summary>
    /// <exception cref="ArgumentException">The interface cannot be a grain interface; the message says why.</exception>
    private static MethodInfo[] Declarations(Type type)
    {
        if (!type.IsInterface) throw new ArgumentException($"{type} is not an interface.");
        if (!type.IsVisible) throw new ArgumentException($"Grain interface {type} must be public.");
        MethodInfo[] methods = [.. type.GetInterfaces().Prepend(type).SelectMany(one => one.GetMethods()).Where(one => one.IsAbstract)];
        foreach (var method in methods)
        {
            if (Fault(method) is { } fault) throw new ArgumentException($"Grain interface {type}: {method.Name} {fault}.");
        }

        return methods;
    }

    private static string? Fault(MethodInfo method)
    {
        if (method.IsStatic) return "is static";
        if (method.IsSpecialName) return "is a property or event; grains have methods only";
        if (method.IsGenericMethod) return "is generic";
        if (method.GetParameters().Any(parameter => parameter.ParameterType.IsByRef || parameter.ParameterType.IsByRefLike))
            return "has a ref, out, in or span parameter";
        return ProxyBuilder.IsAnswer(method.ReturnType)
            ? null
            : $"returns {method.ReturnType}, not Task, Task<T>, ValueTask or ValueTask<T>";
    }

    /// <summary>The methods in the order of their numbers, and what makes a reference that goes by these numbers.</summary>
    private sealed record Proxy(MethodInfo[] Declarations, Func<GrainTarget, GrainReference> Create)
    {
        public static Proxy Of(Type type)
        {
            var declarations = GrainInterface.Declarations(type);
            return new Proxy(declarations, ProxyBuilder.Build(type, declarations));
        }
    }
}
