namespace Sems.Bench.Proofs.Crash;

/// <summary>Waits for what has no event to wait for: asks again and again, and gives up.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(15);

    /// <summary>Asks until the answer is yes.</summary>
    /// <exception cref="ProofException">It never is; it tells what was waited for.</exception>
    public static async Task HoldsAsync(Func<string> what, Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!await condition())
        {
            if (limit.IsCancellationRequested) throw new ProofException($"Waited {Patience.TotalSeconds} s in vain until {what()}");
            await Task.Delay(BetweenTries, CancellationToken.None);
        }
    }
}
