using System.Buffers;
using System.Runtime.InteropServices;

namespace Sems.Storage.Curves;

/// <summary>
/// The tails of all open charges. One thread (the writer) changes them: it stages a batch, then commits or rolls it
/// back as a whole; any thread may take a snapshot of what is durable.
/// </summary>
internal sealed class OpenCurves
{
    private readonly Dictionary<long, OpenCurve> _curves = [];
    private readonly List<OpenCurve> _touched = [];
    private OpenCurve? _newest;

    /// <summary>Guards what readers see.</summary>
    public Lock Gate { get; } = new();

    /// <summary>Charges that take samples.</summary>
    public int Count => _curves.Count;

    /// <summary>The curves the running batch has changed.</summary>
    public ReadOnlySpan<OpenCurve> Touched => CollectionsMarshal.AsSpan(_touched);

    /// <summary>The tail whose first sample lies furthest back in the journal; follow <see cref="OpenCurve.Newer"/>.</summary>
    public OpenCurve? Oldest { get; private set; }

    /// <summary>The curve of an open charge, or null.</summary>
    public OpenCurve? Find(long chargeId) => _curves.GetValueOrDefault(chargeId);

    /// <summary>Marks what the running batch does to a curve.</summary>
    public void Touch(OpenCurve curve, CurveStage stage)
    {
        if (curve.Stage == CurveStage.None) _touched.Add(curve);
        curve.Stage |= stage | CurveStage.Touched;
    }

    /// <summary>Lets a charge take samples.</summary>
    public void Open(long chargeId)
    {
        var curve = new OpenCurve(chargeId, 0, 0);
        lock (Gate) _curves.Add(chargeId, curve);
        Touch(curve, CurveStage.Opened);
    }

    /// <summary>The running batch is durable as journal row <paramref name="seq"/>.</summary>
    public void Commit(long seq, long nowMs)
    {
        lock (Gate)
        {
            foreach (var curve in _touched)
            {
                var listed = curve.HasDurable;
                curve.Commit(seq, nowMs);
                var closed = (curve.Stage & CurveStage.Closed) != 0;
                if (closed) _curves.Remove(curve.ChargeId);
                var list = curve.HasDurable && !closed;
                if (listed && !list) Unlink(curve);
                else if (list && !listed) Link(curve);
                curve.Stage = CurveStage.None;
            }

            _touched.Clear();
        }
    }

    /// <summary>The running batch was not stored.</summary>
    public void Rollback()
    {
        lock (Gate)
        {
            foreach (var curve in _touched)
            {
                if ((curve.Stage & CurveStage.Opened) != 0) _curves.Remove(curve.ChargeId);
                else curve.Rollback();
                curve.Stage = CurveStage.None;
            }

            _touched.Clear();
        }
    }

    /// <summary>
    /// Fills this anew; readers wait meanwhile. <paramref name="fill"/> adds by <see cref="Add"/> and <see cref="Restore"/>.
    /// </summary>
    public void Reload(Action fill)
    {
        lock (Gate)
        {
            _curves.Clear();
            _touched.Clear();
            (Oldest, _newest) = (null, null);
            fill();
            foreach (var curve in _curves.Values) curve.Recount();
        }
    }

    /// <summary>Adds an open charge while reloading.</summary>
    public void Add(long chargeId, int nextChunk, long throughSeq) => _curves.Add(chargeId, new OpenCurve(chargeId, nextChunk, throughSeq));

    /// <summary>Gives a charge its bytes out of journal row <paramref name="seq"/>, unless they are in a chunk, while reloading.</summary>
    public void Restore(long chargeId, ReadOnlySpan<byte> coded, long seq, long nowMs)
    {
        if (Find(chargeId) is not { } curve || seq <= curve.ThroughSeq) return;
        if (!curve.HasDurable) Link(curve);
        curve.Restore(coded, seq, nowMs, Gate);
    }

    /// <summary>The durable tail of a charge.</summary>
    public TailSnapshot Snapshot(long chargeId)
    {
        byte[] copy;
        int length, chunk;
        lock (Gate)
        {
            if (Find(chargeId) is not { } curve) return TailSnapshot.None;
            var bytes = curve.DurableBytes;
            (length, chunk) = (bytes.Length, curve.NextChunk);
            copy = ArrayPool<byte>.Shared.Rent(length);
            bytes.CopyTo(copy);
        }

        var samples = new List<Sample>(OpenCurve.FullSamples);
        SampleCodec.ReadAll(copy.AsSpan(0, length), SampleCodec.Format, samples);
        ArrayPool<byte>.Shared.Return(copy);
        return new TailSnapshot(chunk, samples);
    }

    private void Link(OpenCurve curve)
    {
        (curve.Older, curve.Newer) = (_newest, null);
        if (_newest is null) Oldest = curve;
        else _newest.Newer = curve;
        _newest = curve;
    }

    private void Unlink(OpenCurve curve)
    {
        if (curve.Older is null) Oldest = curve.Newer;
        else curve.Older.Newer = curve.Newer;
        if (curve.Newer is null) _newest = curve.Older;
        else curve.Newer.Older = curve.Older;
        (curve.Older, curve.Newer) = (null, null);
    }
}
