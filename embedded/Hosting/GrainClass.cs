using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Sems.Embedded;

/// <summary>A grain class: how its grain objects are made, and the activations there are of it.</summary>
internal sealed class GrainClass
{
    private readonly ConcurrentDictionary<string, Activation> _activations = new();
    private readonly ObjectFactory _factory;
    private readonly StateSlot[] _states;
    private long _callsOfTheGone;

    public GrainClass(EmbeddedEngine engine, Type type)
    {
        if (!IsGrainClass(type)) throw new ArgumentException($"{type} is not a grain class: it must implement a grain interface.");
        Engine = engine;
        Type = type;
        Name = type.GetCustomAttribute<GrainTypeAttribute>()?.Name ?? DefaultName(type);

        var constructors = type.GetConstructors();
        if (constructors.Length != 1) throw new ArgumentException($"Grain class {type} must have exactly one public constructor.");
        ParameterInfo[] stored = [.. constructors[0].GetParameters().Where(one => one.IsDefined(typeof(PersistentStateAttribute)))];
        _states = [.. stored.Select(Slot)];
        _factory = ActivatorUtilities.CreateFactory(type, [.. stored.Select(one => one.ParameterType)]);
    }

    public EmbeddedEngine Engine { get; }

    public Type Type { get; }

    public string Name { get; }

    public ICollection<Activation> Activations => _activations.Values;

    public int Count => _activations.Count;

    public long Calls => Interlocked.Read(ref _callsOfTheGone) + _activations.Values.Sum(activation => activation.Calls);

    /// <summary>The public interfaces references to this class may have.</summary>
    public IEnumerable<Type> Interfaces => Type.GetInterfaces().Where(IsGrainInterface);

    public static bool IsGrainClass(Type type) =>
        type is { IsClass: true, IsAbstract: false } && type.IsSubclassOf(typeof(Grain)) && type.GetInterfaces().Any(IsGrainInterface);

    public Activation GetOrAdd(string key) => _activations.GetOrAdd(key, static (key, own) => new Activation(own, key), this);

    public IEnumerable<Activation> Enumerate() => _activations.Select(pair => pair.Value);

    public void Remove(string key, Activation activation)
    {
        if (_activations.TryRemove(new(key, activation))) Interlocked.Add(ref _callsOfTheGone, activation.Calls);
    }

    /// <summary>Makes a grain object, with states that still have to be read.</summary>
    /// <exception cref="InvalidOperationException">The constructor failed, or what it asks for is missing: the inner exception.</exception>
    public Grain Construct(Activation activation, out IActivationState[] states)
    {
        var arguments = _states.Length == 0 ? [] : new object[_states.Length];
        for (var i = 0; i < arguments.Length; i++) arguments[i] = _states[i].Create(activation, _states[i]);
        states = arguments.Length == 0 ? [] : Array.ConvertAll(arguments, one => (IActivationState)one);
        try
        {
            return (Grain)_factory(Engine.Services, arguments);
        }
        catch (Exception error)
        {
            throw new InvalidOperationException($"{activation.GrainId} cannot be constructed: {error.Message}", error);
        }
    }

    private static bool IsGrainInterface(Type type) =>
        type != typeof(IGrainWithStringKey) && typeof(IGrainWithStringKey).IsAssignableFrom(type);

    private static string DefaultName(Type type)
    {
        var name = type.Name.ToLowerInvariant();
        return name.EndsWith("grain", StringComparison.Ordinal) && name.Length > 5 ? name[..^5] : name;
    }

    private static object Create<TState>(Activation activation, StateSlot slot) => new PersistentState<TState>(activation, slot);

    private StateSlot Slot(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(IPersistentState<>))
            throw new ArgumentException($"{Type}: parameter {parameter.Name} must be an IPersistentState<T>.");

        var attribute = parameter.GetCustomAttribute<PersistentStateAttribute>()!;
        var storage = (attribute.StorageName is { } name ? Engine.Services.GetKeyedService<IGrainStorage>(name) : null)
            ?? Engine.Services.GetService<IGrainStorage>()
            ?? throw new InvalidOperationException($"{Type}: no IGrainStorage named '{attribute.StorageName}' is registered.");
        var create = typeof(GrainClass).GetMethod(nameof(Create), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type.GetGenericArguments()[0]).CreateDelegate<Func<Activation, StateSlot, object>>();
        return new StateSlot(attribute.StateName, storage, create);
    }
}
