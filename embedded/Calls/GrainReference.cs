using System.ComponentModel;

namespace Sems.Embedded;

/// <summary>
/// A grain as its callers see it. Two references to the same grain are equal. Part of the engine: generated classes derive from it.
/// </summary>
public abstract class GrainReference : IAddressable, IEquatable<GrainReference>
{
    private readonly GrainClass _class;
    private readonly GrainMethod[] _methods;
    private readonly string _key;
    private Activation? _activation;

    /// <summary>A reference to one grain.</summary>
    /// <param name="target">What the engine knows of it.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected GrainReference(GrainTarget target)
    {
        _class = target.Class;
        _methods = target.Methods;
        _key = target.Key;
    }

    internal GrainId GrainId => new(_class.Name, _key);

    internal EmbeddedEngine Engine => _class.Engine;

    /// <inheritdoc/>
    public bool Equals(GrainReference? other) => other is not null && other._class == _class && other._key == _key;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is GrainReference other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_class, _key);

    /// <inheritdoc/>
    public override string ToString() => GrainId.ToString();

    /// <summary>Sends a call whose method returns a value.</summary>
    /// <typeparam name="T">Type of the value.</typeparam>
    /// <param name="call">The call, with its arguments.</param>
    /// <param name="method">Number of the method.</param>
    protected Task<T> Send<T>(ResultCall<T> call, int method) => (Task<T>)Deliver(call, method);

    /// <summary>Sends a call whose method returns no value.</summary>
    /// <param name="call">The call, with its arguments.</param>
    /// <param name="method">Number of the method.</param>
    protected Task Send(ActionCall call, int method) => Deliver(call, method);

    private Task Deliver(GrainCall call, int method)
    {
        ArgumentNullException.ThrowIfNull(call);
        call.Bind(_methods[method]);
        var caller = GrainCall.Current;
        call.Caller = caller;
        if (Engine.Refuses(caller)) return call.Faulted(new EngineStoppedException(GrainId));

        while (true)
        {
            var activation = _activation ??= _class.GetOrAdd(_key);
            call.Target = activation;
            if (activation.Accept(call) is { } answer) return answer;
            _activation = null;
        }
    }
}
