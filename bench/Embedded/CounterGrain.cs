namespace Sems.Bench.Embedded;

/// <summary>See <see cref="ICounter"/>.</summary>
public sealed class CounterGrain : Grain, ICounter
{
    private int _count;

    /// <inheritdoc/>
    public Task<int> Increment() => Task.FromResult(++_count);

    /// <inheritdoc/>
    public Task<int> IncrementThrough(ICounter other) => other.Increment();

    /// <inheritdoc/>
    public async Task<int> IncrementLater()
    {
        await Task.Yield();
        return ++_count;
    }
}
