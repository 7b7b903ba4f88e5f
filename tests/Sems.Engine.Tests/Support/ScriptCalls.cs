namespace Sems.Engine.Tests.Support;

/// <summary>Hands script grains what to do as code.</summary>
public static class ScriptCalls
{
    public static Task Do(this IScript script, Func<ScriptGrain, Task> body) => script.Run(Step.Of(body));

    public static Task DoInterleaved(this IScript script, Func<ScriptGrain, Task> body) => script.RunInterleaved(Step.Of(body));

    public static Task DoReadOnly(this IScript script, Func<ScriptGrain, Task> body) => script.RunReadOnly(Step.Of(body));

    /// <summary>Has the grain compute something, in a turn.</summary>
    public static async Task<T> Get<T>(this IScript script, Func<ScriptGrain, T> body)
    {
        T result = default!;
        await script.Do(own =>
        {
            result = body(own);
            return Task.CompletedTask;
        });
        return result;
    }

    /// <summary>Has the grain deactivate itself.</summary>
    public static Task End(this IScript script) => script.Do(own =>
    {
        own.End();
        return Task.CompletedTask;
    });
}
