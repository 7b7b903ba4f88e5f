using Sems.Storage.Curves.Packed;

namespace Sems.Storage.Curves;

/// <summary>The samples of a sealed chunk, of whatever format.</summary>
internal static class CurveChunk
{
    /// <summary>Adds every sample of a chunk to a list, in order of arrival.</summary>
    /// <exception cref="InvalidDataException">The bytes are no chunk of this format.</exception>
    public static void Read(int format, ReadOnlySpan<byte> bytes, List<Sample> samples)
    {
        if (format == PackedCodec.Format) PackedCodec.Decode(bytes, samples);
        else SampleCodec.ReadAll(bytes, format, samples);
    }

    /// <summary>Likewise, and says whose chunk it is when it cannot be read.</summary>
    /// <exception cref="InvalidDataException">The chunk is not what was written; the message says which.</exception>
    public static void Read(long chargeId, int chunk, int format, ReadOnlySpan<byte> bytes, List<Sample> samples)
    {
        try
        {
            Read(format, bytes, samples);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"the curve of charge {chargeId}, chunk {chunk}: {e.Message}", e);
        }
    }
}
