using Sems.Storage.Sql;
using Sems.Storage.Sqlite.Raw;
using Sems.Storage.Sqlite.Writer;

namespace Sems.Storage.Tests.Support;

/// <summary>Stops the writer before a transaction until let go, and fails steps while told to.</summary>
/// <param name="fault">What a step fails by.</param>
internal sealed class WriteFaults(Func<Exception> fault) : IWriteFaults
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim _stopped = new(0);
    private readonly SemaphoreSlim _go = new(0);
    private volatile bool _hold;
    private int _left;

    /// <summary>The step that fails, while set.</summary>
    public WriteStep? Failing { get; set; }

    /// <summary>Steps that failed.</summary>
    public int Failed { get; private set; }

    /// <summary>Stops the writer at the next transaction; what is queued meanwhile comes after it, in one batch.</summary>
    public async Task<Task> HoldAsync(IDatabase storage)
    {
        _hold = true;
        var first = Task.Run(() => storage.ProbeAsync()); // PostgreSQL's writes stop on the thread that asks for them
        Assert.True(await _stopped.WaitAsync(Patience));
        return first;
    }

    /// <summary>Lets the writer go on.</summary>
    public void Release()
    {
        _hold = false;
        _go.Release();
    }

    /// <summary>The n-th step of a statement from now on fails, whosever it is; returns whether an earlier one so ordered has yet to come.</summary>
    public bool FailAtStep(int n) => Interlocked.Exchange(ref _left, n) > 0;

    public void Before(SqliteDatabase database, string sql)
    {
        if (Volatile.Read(ref _left) > 0 && Interlocked.Decrement(ref _left) == 0) throw fault();
    }

    public void Before(WriteStep step)
    {
        if (step == WriteStep.Begin && _hold)
        {
            _stopped.Release();
            Assert.True(_go.Wait(Patience));
        }

        if (step != Failing) return;
        Failed++;
        throw fault();
    }
}
