namespace Sems.Embedded;

/// <summary>A persistent state of one activation. The state object itself is made when it is first asked for.</summary>
internal sealed class PersistentState<TState>(Activation activation, StateSlot slot) : IPersistentState<TState>, IActivationState
{
    private TState? _state;
    private bool _hasState;

    public TState State
    {
        get
        {
            if (!_hasState) State = Activator.CreateInstance<TState>();
            return _state!;
        }

        set
        {
            _state = value;
            _hasState = true;
        }
    }

    public string? Etag { get; private set; }

    public bool RecordExists => Etag is not null;

    public Task LoadAsync(CancellationToken cancellationToken) => ReadStateAsync(cancellationToken);

    public Task ReadStateAsync() => ReadStateAsync(default);

    public Task WriteStateAsync() => WriteStateAsync(default);

    public Task ClearStateAsync() => ClearStateAsync(default);

    public async Task ReadStateAsync(CancellationToken cancellationToken)
    {
        var record = await slot.Storage.ReadAsync(activation.GrainId, slot.Name, cancellationToken);
        if (record is null) Forget();
        else
        {
            State = activation.Class.Engine.Serializer.Deserialize<TState>(record.Payload);
            Etag = record.Etag;
        }
    }

    public async Task WriteStateAsync(CancellationToken cancellationToken)
    {
        try
        {
            var payload = activation.Class.Engine.Serializer.Serialize(State);
            Etag = await slot.Storage.WriteAsync(activation.GrainId, slot.Name, payload, Etag, cancellationToken);
        }
        catch (InconsistentStateException conflict)
        {
            End(conflict);
            throw;
        }
    }

    public async Task ClearStateAsync(CancellationToken cancellationToken)
    {
        try
        {
            await slot.Storage.ClearAsync(activation.GrainId, slot.Name, Etag, cancellationToken);
            Forget();
        }
        catch (InconsistentStateException conflict)
        {
            End(conflict);
            throw;
        }
    }

    private void Forget()
    {
        _state = default;
        _hasState = false;
        Etag = null;
    }

    private void End(InconsistentStateException conflict) =>
        activation.Deactivate(new(DeactivationReasonCode.ApplicationError, conflict, $"State '{slot.Name}' was changed by another."));
}
