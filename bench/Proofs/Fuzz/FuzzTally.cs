namespace Sems.Bench.Proofs.Fuzz;

/// <summary>How many replies of each kind came.</summary>
internal sealed class FuzzTally
{
    private long _done, _refused, _notUnderstood, _unavailable, _other;

    /// <summary>Counts one that was good.</summary>
    public void Add(FuzzReply reply)
    {
        if (reply.Status == 503) Interlocked.Increment(ref _unavailable);
        else if (reply.Status != 200) Interlocked.Increment(ref _other);
        else
        {
            switch (ReplyModel.ResultOf(reply))
            {
                case 1: Interlocked.Increment(ref _done); break;
                case 0: Interlocked.Increment(ref _refused); break;
                default: Interlocked.Increment(ref _notUnderstood); break;
            }
        }
    }

    /// <summary>The counts.</summary>
    public IEnumerable<ProofFigure> Figures =>
    [
        new("answered 1: done", _done), new("answered 0: understood but refused", _refused), new("answered -1: not understood", _notUnderstood),
        new("answered 400, 405 or 413", _other), new("answered 503", _unavailable),
    ];
}
