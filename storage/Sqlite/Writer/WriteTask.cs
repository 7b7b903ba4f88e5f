using Sems.Storage.Sqlite.Raw;

namespace Sems.Storage.Sqlite.Writer;

/// <summary>A piece of work with a result.</summary>
internal sealed class WriteTask<T>(Func<SqliteDatabase, T> work) : WriteItem
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _result = default!;

    public Task<T> Task => _done.Task;

    public override void Run(SqliteDatabase database) => _result = work(database);

    public override void Complete()
    {
        if (Refusal is { } refusal) _done.TrySetException(refusal);
        else _done.TrySetResult(_result);
    }

    public override void Fail(Exception fault) => _done.TrySetException(fault);
}
