namespace Sems.Storage.Curves;

/// <summary>
/// The blob of a journal row: a format byte, then for each sample the charge's number, the length and the bytes as they
/// stand in the charge's tail.
/// </summary>
internal sealed class JournalRow
{
    private byte[] _bytes = new byte[4_096];
    private int _length;

    public JournalRow() => Clear();

    public int Samples { get; private set; }

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    /// <summary>Receives a sample of a row.</summary>
    public delegate void Visit(long chargeId, ReadOnlySpan<byte> coded);

    public void Add(long chargeId, ReadOnlySpan<byte> coded)
    {
        if (_bytes.Length - _length < coded.Length + 20) Array.Resize(ref _bytes, _bytes.Length * 2);
        Varint.Write(_bytes, ref _length, (ulong)chargeId);
        _bytes[_length++] = (byte)coded.Length;
        coded.CopyTo(_bytes.AsSpan(_length));
        _length += coded.Length;
        Samples++;
    }

    public void Clear()
    {
        _bytes[0] = SampleCodec.Format;
        _length = 1;
        Samples = 0;
    }

    /// <summary>Goes through a stored row.</summary>
    /// <exception cref="InvalidDataException">The row is of another format.</exception>
    public static void Read(ReadOnlySpan<byte> row, Visit visit)
    {
        if (row.IsEmpty || row[0] != SampleCodec.Format) throw new InvalidDataException("a journal row of an unknown format");
        for (var at = 1; at < row.Length;)
        {
            var chargeId = (long)Varint.Read(row, ref at);
            var length = row[at++];
            visit(chargeId, row.Slice(at, length));
            at += length;
        }
    }
}
