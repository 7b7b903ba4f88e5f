namespace Sems.Engine.Tests.Support;

public sealed class ScriptGrain(Scenes scenes) : Grain, IScript, IDisposable
{
    private static int _instances;

    public int Instance { get; } = Interlocked.Increment(ref _instances);

    public int Count { get; set; }

    public string Name => Scenes.Split(this.GetPrimaryKeyString()).Name;

    private Scene Scene => scenes[Scenes.Split(this.GetPrimaryKeyString()).Scene];

    /// <summary>Another grain of the same scene.</summary>
    public IScript Other(string name) =>
        GrainFactory.GetGrain<IScript>(Scenes.Key(Scenes.Split(this.GetPrimaryKeyString()).Scene, name));

    public void End() => DeactivateOnIdle();

    public override Task OnActivateAsync(CancellationToken cancellationToken) => Scene.ActivateAsync(this);

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) =>
        Scene.DeactivateAsync(this, reason);

    public void Dispose() => Scene.Dispose(this);

    public Task Run(Step step) => step.Take()(this);

    public Task RunInterleaved(Step step) => step.Take()(this);

    public Task RunReadOnly(Step step) => step.Take()(this);

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

    public async ValueTask<Letter> Echo(Letter letter, string first, int second, long? third)
    {
        await Task.Yield();
        return letter with { Text = $"{letter.Text} {first} {second} {third?.ToString() ?? "none"}" };
    }

    public Task<IScript> Self() => Task.FromResult(this.AsReference<IScript>());

    public Task<int> AddAt(IScript other, int amount) => other.Add(amount);
}
