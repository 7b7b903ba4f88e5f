namespace Sems.Engine.Tests.Support;

[Alias("test.IBroken")]
public interface IBroken : IGrainWithStringKey
{
    [Alias("Go")]
    Task Go();
}

/// <summary>A grain that cannot be made.</summary>
public sealed class BrokenGrain : Grain, IBroken
{
    public BrokenGrain() => throw new ScriptException("broken");

    public Task Go() => Task.CompletedTask;
}
