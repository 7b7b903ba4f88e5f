namespace Sems.Grains.Analysis;

/// <summary>One analysis at a time in a process: what stations wait for has the other processors.</summary>
public sealed class AnalysisTurn : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Waits for the turn and does the work.</summary>
    public async Task<T> TakeAsync<T>(Func<Task<T>> work)
    {
        await _turn.WaitAsync();
        try
        {
            return await work();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _turn.Dispose();
}
