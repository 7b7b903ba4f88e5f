using System.Buffers.Binary;
using System.Numerics;

namespace Sems.Storage.Curves.Packed;

/// <summary>
/// Format 2: many samples as one range-coded chunk, bit for bit lossless. Each field is guessed from the samples before
/// (<see cref="SampleModel"/>) and only the misses are coded, at about the bits they are worth.
/// </summary>
/// <remarks>Layout: CRC-32C of the rest, the number of samples (varint), the kinds of the fields (varint), the range code.</remarks>
internal static class PackedCodec
{
    /// <summary>The version of the layout, kept with every chunk.</summary>
    public const byte Format = 2;

    /// <summary>No chunk holds more samples.</summary>
    public const int MaxSamples = 4_096;

    /// <summary>
    /// A chunk of this many bytes takes no more samples: it just fits into a row that SQLite does not spill
    /// (see <see cref="OpenCurve.FullBytes"/>), and four such rows fill a page.
    /// </summary>
    public const int FullBytes = 910;

    private const int ChecksumBytes = 4;

    /// <summary>Codes as many of the samples as make a full chunk.</summary>
    /// <param name="samples">At least one, in order of arrival.</param>
    /// <param name="taken">How many are in the chunk.</param>
    public static byte[] Encode(ReadOnlySpan<Sample> samples, out int taken)
    {
        var kinds = FieldKinds.Of(samples[..Math.Min(samples.Length, MaxSamples)]);
        var model = new SampleModel(kinds);
        var coder = new RangeEncoder();
        taken = 0;
        while (taken < samples.Length && taken < MaxSamples && coder.Length < FullBytes) model.Code(ref coder, in samples[taken++]);

        var code = coder.Finish();
        Span<byte> head = stackalloc byte[ChecksumBytes + 10];
        var length = ChecksumBytes;
        Varint.Write(head, ref length, (ulong)taken);
        Varint.Write(head, ref length, (ulong)kinds.Packed);
        var chunk = new byte[length + code.Length];
        head[..length].CopyTo(chunk);
        code.CopyTo(chunk.AsSpan(length));
        BinaryPrimitives.WriteUInt32LittleEndian(chunk, Checksum(chunk.AsSpan(ChecksumBytes)));
        return chunk;
    }

    /// <summary>Adds every sample of a chunk to a list.</summary>
    /// <exception cref="InvalidDataException">The bytes are not what was written.</exception>
    public static void Decode(ReadOnlySpan<byte> chunk, List<Sample> samples)
    {
        if (chunk.Length <= ChecksumBytes) throw new InvalidDataException("a chunk of samples ends too early");
        if (BinaryPrimitives.ReadUInt32LittleEndian(chunk) != Checksum(chunk[ChecksumBytes..]))
            throw new InvalidDataException("a chunk of samples does not match its checksum");
        var at = ChecksumBytes;
        var count = Varint.Read(chunk, ref at);
        var model = new SampleModel(FieldKinds.Unpack((int)Varint.Read(chunk, ref at)));
        var coder = new RangeDecoder(chunk[at..]);
        for (var i = 0UL; i < count; i++) samples.Add(model.Code(ref coder, default));
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var value in bytes) sum = BitOperations.Crc32C(sum, value);
        return ~sum;
    }
}
