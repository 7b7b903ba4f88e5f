namespace Sems.Storage.Curves;

/// <summary>
/// The unsealed tail of an open charge, as bytes. The writer appends beyond the durable part; readers see only that part.
/// </summary>
internal sealed class OpenCurve(long chargeId, int nextChunk, long throughSeq)
{
    /// <summary>A tail of this many samples is sealed.</summary>
    public const int FullSamples = 48;

    /// <summary>
    /// A tail of this many bytes is sealed before: with one more sample it still fits into a page of the database
    /// (SQLite spills a row of over 1,002 bytes of a keyed table onto a page of its own).
    /// </summary>
    public const int FullBytes = 840;

    private const int Growth = 128;
    private byte[] _bytes = [];
    private int _length;
    private int _durableLength;
    private SampleCursor _cursor;

    public long ChargeId { get; } = chargeId;

    /// <summary>The number the tail gets when it is sealed.</summary>
    public int NextChunk { get; private set; } = nextChunk;

    /// <summary>Journal rows up to here hold nothing of this tail.</summary>
    public long ThroughSeq { get; private set; } = throughSeq;

    /// <summary>The journal row of the oldest durable sample here.</summary>
    public long FirstSeq { get; private set; }

    /// <summary>When that sample was stored, Unix ms.</summary>
    public long FirstStoredMs { get; private set; }

    /// <summary>Neighbours in the list of tails by age.</summary>
    public OpenCurve? Older { get; set; }

    /// <inheritdoc cref="Older"/>
    public OpenCurve? Newer { get; set; }

    /// <summary>What the running batch does to this curve.</summary>
    public CurveStage Stage { get; set; }

    public bool HasDurable => _durableLength > 0;

    public bool HasSamples => _length > 0;

    public bool IsFull => _length >= FullBytes || Count >= FullSamples;

    /// <summary>Samples in the tail, those of the running batch included.</summary>
    public int Count { get; private set; }

    /// <summary>Every sample, those of the running batch included.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    /// <summary>The durable samples.</summary>
    public ReadOnlySpan<byte> DurableBytes => _bytes.AsSpan(0, _durableLength);

    /// <summary>Codes a sample after the others; returns its bytes.</summary>
    public ReadOnlySpan<byte> Append(in Sample sample, Lock gate)
    {
        Span<byte> coded = stackalloc byte[SampleCodec.MaxBytes];
        var length = SampleCodec.Write(coded, in sample, ref _cursor);
        return AppendCoded(coded[..length], gate);
    }

    /// <summary>The running batch is durable.</summary>
    public void Commit(long seq, long nowMs)
    {
        if ((Stage & CurveStage.Sealed) != 0)
        {
            Clear(seq);
            return;
        }

        if (!HasDurable) MarkFirst(seq, nowMs);
        _durableLength = _length;
    }

    /// <summary>The running batch was not stored: back to the durable samples.</summary>
    public void Rollback()
    {
        _length = _durableLength;
        Recount();
    }

    /// <summary>Takes bytes found in the journal.</summary>
    public void Restore(ReadOnlySpan<byte> coded, long seq, long nowMs, Lock gate)
    {
        if (!HasDurable) MarkFirst(seq, nowMs);
        AppendCoded(coded, gate);
        _durableLength = _length;
    }

    /// <summary>Counts the tail and finds the cursor after its last sample.</summary>
    public void Recount()
    {
        var samples = new List<Sample>(FullSamples);
        _cursor = SampleCodec.ReadAll(Bytes, SampleCodec.Format, samples);
        Count = samples.Count;
    }

    private ReadOnlySpan<byte> AppendCoded(scoped ReadOnlySpan<byte> coded, Lock gate)
    {
        if (_length + coded.Length > _bytes.Length)
        {
            var larger = new byte[_length + coded.Length + Growth];
            Bytes.CopyTo(larger);
            lock (gate) _bytes = larger;
        }

        var place = _bytes.AsSpan(_length, coded.Length);
        coded.CopyTo(place);
        _length += coded.Length;
        Count++;
        return place;
    }

    private void Clear(long seq)
    {
        (_length, _durableLength, Count, _cursor) = (0, 0, 0, default);
        NextChunk++;
        ThroughSeq = seq;
    }

    private void MarkFirst(long seq, long nowMs) => (FirstSeq, FirstStoredMs) = (seq, nowMs);
}
