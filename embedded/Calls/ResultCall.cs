namespace Sems.Embedded;

/// <summary>A call of a method that returns a value. Generated code derives a class per method, with a field per argument.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
public abstract class ResultCall<T> : GrainCall
{
    private TaskCompletionSource<T>? _promise;

    internal sealed override Task Promise => _promise!.Task;

    /// <summary>Calls the method of a grain object.</summary>
    /// <param name="grain">The grain object.</param>
    public abstract Task<T> Invoke(object grain);

    internal sealed override void MakePromise() => _promise = new();

    internal sealed override Task Start(object grain, IIncomingGrainCallFilter[] filters)
    {
        try
        {
            return (filters.Length == 0 ? Invoke(grain) : InvokeFilteredAsync(grain, filters)) ?? Faulted(NullTask());
        }
        catch (Exception error)
        {
            return Faulted(error);
        }
    }

    internal sealed override async Task<object?> InvokeBoxed(object grain) => await (Invoke(grain) ?? throw NullTask());

    internal sealed override Task Faulted(Exception error) => Task.FromException<T>(error);

    internal sealed override void Complete(Task turn) => _promise?.SetFromTask((Task<T>)turn);

    private protected sealed override void Refuse(Exception error) => _promise?.SetException(error);

    private async Task<T> InvokeFilteredAsync(object grain, IIncomingGrainCallFilter[] filters)
    {
        var context = new IncomingCallContext(this, grain, filters);
        await context.Invoke();
        return context.Result is null ? default! : (T)context.Result;
    }
}
