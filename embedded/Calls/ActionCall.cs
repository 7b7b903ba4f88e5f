namespace Sems.Embedded;

/// <summary>A call of a method that returns no value. Generated code derives a class per method, with a field per argument.</summary>
public abstract class ActionCall : GrainCall
{
    private TaskCompletionSource? _promise;

    internal sealed override Task Promise => _promise!.Task;

    /// <summary>Calls the method of a grain object.</summary>
    /// <param name="grain">The grain object.</param>
    public abstract Task Invoke(object grain);

    internal sealed override void MakePromise() => _promise = new();

    internal sealed override Task Start(object grain, IIncomingGrainCallFilter[] filters)
    {
        try
        {
            return (filters.Length == 0 || Method is null ? Invoke(grain) : new IncomingCallContext(this, grain, filters).Invoke())
                ?? Faulted(NullTask());
        }
        catch (Exception error)
        {
            return Faulted(error);
        }
    }

    internal sealed override Task Answer(object grain) => Invoke(grain) ?? throw NullTask();

    internal sealed override object? ResultOf(Task answer) => null;

    internal sealed override Task Faulted(Exception error) => Task.FromException(error);

    internal sealed override void Complete(Task turn) => _promise?.SetFromTask(turn);

    private protected sealed override void Refuse(Exception error) => _promise?.SetException(error);
}
