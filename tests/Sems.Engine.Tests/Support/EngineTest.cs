namespace Sems.Engine.Tests.Support;

/// <summary>Tests that share one engine: each has grains of its own, and takes them away at its end.</summary>
public abstract class EngineTest(TestEngine engine) : IAsyncLifetime
{
    private static int _count;
    private readonly string _scene = $"{Interlocked.Increment(ref _count)}";

    protected TestEngine Engine => engine;

    protected Scene Scene => engine.Scenes[_scene];

    public virtual Task InitializeAsync() => Task.CompletedTask;

    public virtual Task DisposeAsync() => Scene.ClearAsync();

    protected IScript Script(string name) => Grain<IScript>(name);

    protected T Grain<T>(string name)
        where T : IGrainWithStringKey => engine.Grain<T>(Scenes.Key(_scene, name));
}
