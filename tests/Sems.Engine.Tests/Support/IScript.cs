namespace Sems.Engine.Tests.Support;

/// <summary>A grain that does what a test hands it: messages are not copied, so they may be delegates.</summary>
public interface IScript : IGrainWithStringKey
{
    Task Do(Func<ScriptGrain, Task> body);

    Task<object?> Get(Func<ScriptGrain, Task<object?>> body);

    [AlwaysInterleave]
    Task DoInterleaved(Func<ScriptGrain, Task> body);

    [ReadOnly]
    Task DoReadOnly(Func<ScriptGrain, Task> body);

    Task<int> Add(int amount);

    ValueTask Reset();

    ValueTask<string> Describe(string first, int second, long third, object? fourth, CancellationToken token);
}
