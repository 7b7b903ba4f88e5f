namespace Sems.Storage;

/// <summary>What becomes of a database's writes, for whoever measures it. Without one it costs nothing.</summary>
/// <param name="waiting">Reads how many writes are not durable yet.</param>
public sealed class WriteActivity(Func<int> waiting)
{
    private volatile Action<TimeSpan>? _committed;

    /// <summary>Writes accepted that are not durable yet: those in a queue and those of the transactions being made. Samples count one by one.</summary>
    public int Waiting => waiting();

    /// <summary>
    /// Told how long each transaction took, from its beginning until it was durable; by the machine's clock. It runs where the writing is done, perhaps
    /// on several threads: it must be quick and must not throw.
    /// </summary>
    public Action<TimeSpan>? Committed
    {
        get => _committed;
        set => _committed = value;
    }
}
