namespace Sems.Grains.Pushes;

/// <summary>Ends all sending in this process before the grains are taken down: none of them waits for a slow channel then.</summary>
public sealed class PushBrake : IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Cancelled once the brake was pulled.</summary>
    public CancellationToken Pulled => _stop.Token;

    /// <summary>Stops what is under way, for good; it stays pending.</summary>
    public void Pull() => _stop.Cancel();

    /// <inheritdoc />
    public void Dispose() => _stop.Dispose();
}
