namespace Sems.Engine.Tests.Support;

public sealed class ScriptGrain(ScriptHooks hooks) : Grain, IScript
{
    private static int _instances;

    public int Instance { get; } = Interlocked.Increment(ref _instances);

    public int Count { get; set; }

    public IGrainFactory Grains => GrainFactory;

    public IScript Other(string key) => GrainFactory.GetGrain<IScript>(key);

    public void End() => DeactivateOnIdle();

    public override Task OnActivateAsync(CancellationToken cancellationToken) => hooks.Activating?.Invoke(this) ?? Task.CompletedTask;

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        hooks.Ended(this.GetPrimaryKeyString(), reason);
        return hooks.Deactivating?.Invoke(this) ?? Task.CompletedTask;
    }

    public Task Do(Func<ScriptGrain, Task> body) => body(this);

    public Task<object?> Get(Func<ScriptGrain, Task<object?>> body) => body(this);

    public Task DoInterleaved(Func<ScriptGrain, Task> body) => body(this);

    public Task DoReadOnly(Func<ScriptGrain, Task> body) => body(this);

    public Task<int> Add(int amount)
    {
        Count += amount;
        return Task.FromResult(Count);
    }

    public ValueTask Reset()
    {
        Count = 0;
        return ValueTask.CompletedTask;
    }

    public async ValueTask<string> Describe(string first, int second, long third, object? fourth, CancellationToken token)
    {
        await Task.Yield();
        return $"{first} {second} {third} {fourth} {token.CanBeCanceled}";
    }
}
