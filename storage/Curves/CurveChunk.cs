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
}
