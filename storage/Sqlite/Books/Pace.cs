namespace Sems.Storage.Sqlite.Books;

/// <summary>Tells how far a pass over the rows is, now and then, and lets it be stopped.</summary>
internal sealed class Pace(IProgress<StepProgress>? progress, string step, long total, CancellationToken cancel)
{
    private const int Rows = 4_096;
    private int _rows;

    /// <summary>A row was looked at; the pass has come as far as <paramref name="at"/>.</summary>
    public void At(long at)
    {
        if (_rows++ % Rows != 0) return;
        cancel.ThrowIfCancellationRequested();
        progress?.Report(new StepProgress(step, at, total));
    }
}
