namespace Sems.Storage.Curves.Packed;

/// <summary>How each field of a chunk is coded: a decimal scale 0–6, or <see cref="DecimalScale.Raw"/>.</summary>
internal readonly record struct FieldKinds(int Time, int Current, int Energy, int Voltage, int Power)
{
    private const int ExceptionBits = 66;
    private const int RawBits = 45;
    private const int BitsPerPlace = 3;

    /// <summary>Four bits a field.</summary>
    public int Packed => Time | (Current << 4) | (Energy << 8) | (Voltage << 12) | (Power << 16);

    /// <summary>Back from <see cref="Packed"/>.</summary>
    public static FieldKinds Unpack(int packed) =>
        new(packed & 7, (packed >> 4) & 7, (packed >> 8) & 7, (packed >> 12) & 7, (packed >> 16) & 7);

    /// <summary>The kinds that cost least for these samples.</summary>
    public static FieldKinds Of(ReadOnlySpan<Sample> samples) => new(
        Best(samples, s => s.Time), Best(samples, s => s.CurrentA), Best(samples, s => s.Energy),
        Best(samples, s => s.VoltageV), Best(samples, s => s.PowerW));

    private static int Best(ReadOnlySpan<Sample> samples, Func<Sample, double?> field)
    {
        Span<int> smallest = stackalloc int[DecimalScale.Raw + 1]; // how many need just this scale
        var numbers = 0;
        foreach (var sample in samples)
        {
            if (field(sample) is not { } value) continue;
            var scale = 0;
            while (scale < DecimalScale.Raw && !DecimalScale.TryMantissa(value, scale, out _)) scale++;
            smallest[scale]++;
            numbers++;
        }

        var (best, least, beyond) = (DecimalScale.Raw, (long)numbers * RawBits, numbers);
        for (var scale = 0; scale < DecimalScale.Raw; scale++)
        {
            beyond -= smallest[scale];
            var cost = ((long)beyond * ExceptionBits) + ((long)numbers * scale * BitsPerPlace);
            if (cost < least || (cost == least && best == DecimalScale.Raw)) (best, least) = (scale, cost);
        }

        return best;
    }
}
