using System.Collections.Concurrent;

namespace Sems.Engine.Tests.Support;

/// <summary>A message that names what a script grain has to do: the code itself stays in this process, as all silos do.</summary>
[GenerateSerializer, Immutable, Alias("test.Step")]
public sealed record Step([property: Id(0)] long Number)
{
    private static readonly ConcurrentDictionary<long, Func<ScriptGrain, Task>> Bodies = new();
    private static long _last;

    public static Step Of(Func<ScriptGrain, Task> body)
    {
        var step = new Step(Interlocked.Increment(ref _last));
        Bodies[step.Number] = body;
        return step;
    }

    /// <summary>What to do. A step is delivered once.</summary>
    public Func<ScriptGrain, Task> Take() => Bodies.TryRemove(Number, out var body)
        ? body
        : throw new InvalidOperationException($"Step {Number} was delivered twice.");
}
