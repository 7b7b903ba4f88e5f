namespace Sems.Storage.Curves.Packed;

/// <summary>Samples as chunks of the packed format.</summary>
internal static class PackedChunks
{
    /// <summary>Codes all of them.</summary>
    /// <returns>The chunks in order, each with the number of samples in it.</returns>
    public static List<(byte[] Bytes, int Samples)> Encode(ReadOnlySpan<Sample> samples)
    {
        var chunks = new List<(byte[] Bytes, int Samples)>();
        while (!samples.IsEmpty)
        {
            var bytes = PackedCodec.Encode(samples, out var taken);
            chunks.Add((bytes, taken));
            samples = samples[taken..];
        }

        return chunks;
    }
}
