namespace Sems.Tests.Support;

/// <summary>Waits for what has no event to wait for: asks again and again, and gives up.</summary>
public static class Waiting
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(15);

    /// <summary>Asks until the answer is yes; fails, saying what was waited for, when it never is.</summary>
    public static Task UntilAsync(string what, Func<Task<bool>> condition) => UntilAsync(() => what, condition);

    /// <inheritdoc cref="UntilAsync(string, Func{Task{bool}})"/>
    public static async Task UntilAsync(Func<string> what, Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!await condition())
        {
            if (limit.IsCancellationRequested) Assert.Fail($"Waited {Patience.TotalSeconds} s in vain until {what()}");
            await Task.Delay(BetweenTries);
        }
    }
}
