using Sems.Storage.Curves;

namespace Sems.Storage.Tests.Curves;

/// <summary>Samples of every kind that JSON can say, and how to compare them bit for bit.</summary>
internal static class Arbitrary
{
    public static readonly double[] OddNumbers =
    [
        0, 1, -1, 0.1, 0.1 + 0.2, 1e-7, 5e-324, double.MaxValue, double.MinValue, double.Epsilon, 9007199254740991, 9007199254740992,
        9007199254740993, -9007199254740992, 1e15, 123456789.123456, 1340294400.5, 100, 1e9, 0.000001, 0.0000015, -0.0, 1e300,
    ];

    /// <summary>Every odd number in every field, at odd moments.</summary>
    public static List<Sample> OddSamples()
    {
        long[] times = [0, 1, -1, long.MaxValue, long.MinValue, 1_772_352_000_123];
        return [.. from value in OddNumbers from at in times select new Sample(value, at, value, value, value, value, (SampleMarks)7)];
    }

    public static Sample Sample(Random random)
    {
        return new Sample(Number(), random.Next(4) == 0 ? random.NextInt64(long.MinValue, long.MaxValue) : 1_772_352_000_000 + random.Next(),
            Number(), Number(), random.Next(3) == 0 ? null : Number(), random.Next(3) == 0 ? null : Number(), (SampleMarks)random.Next(8));

        double Number() => random.Next(6) switch
        {
            0 => random.Next(1000),
            1 => Math.Round(random.NextDouble() * 100, random.Next(7)),
            2 => double.Parse((random.NextInt64(1_000_000_000_000) / 1e4).ToString("F" + random.Next(8))),
            3 => (float)random.NextDouble(),
            4 => Finite(BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue))),
            _ => 1_340_294_400 + (random.Next(100_000) / 10.0),
        };
    }

    /// <summary>A charge as a meter sends it, with what befalls it on the way: late and repeated samples, silences, clocks that leap,
    /// fields that come and go, and now and then a number that is odd.</summary>
    public static List<Sample> Charge(Random random, int count)
    {
        var (time, energy, places) = (1_772_352_000.0 + random.Next(1000), (double)random.Next(2000), random.Next(5));
        var (voltage, power, odd) = (random.Next(3) > 0, random.Next(2) > 0, random.Next(3) == 0 ? 20 : 2000);
        var samples = new List<Sample>(count);
        while (samples.Count < count)
        {
            time = Math.Round(time + 10 + (random.Next(500) == 0 ? random.Next(400) : 0) + (random.NextDouble() * 0.02), places / 2);
            energy = Math.Round(energy + (random.NextDouble() * 0.002), 3);
            if (random.Next(200) == 0) (voltage, power) = (random.Next(3) > 0, random.Next(2) > 0);
            var sample = new Sample(time, (long)(time * 1000) + random.Next(60), Math.Round(1.7 + (random.NextDouble() * 0.02), places),
                energy, voltage ? Math.Round(220 + random.NextDouble(), 1) : null, power ? Math.Round(230 + random.NextDouble(), 1) : null);
            if (random.Next(odd) == 0) sample = Sample(random);
            if (random.Next(300) == 0) sample = sample with { Time = 3, Marks = SampleMarks.ClockLeap };
            samples.Add(sample);
            if (random.Next(300) == 0) samples.Add(sample with { AtMs = sample.AtMs - 15_000, Marks = SampleMarks.Late });
            if (random.Next(300) == 0) samples.Add(sample);
        }

        return samples[..count];
    }

    public static string Bits(Sample s) => string.Join(' ', BitConverter.DoubleToInt64Bits(s.Time), s.AtMs,
        BitConverter.DoubleToInt64Bits(s.CurrentA), BitConverter.DoubleToInt64Bits(s.Energy),
        s.VoltageV is { } v ? BitConverter.DoubleToInt64Bits(v) : "-", s.PowerW is { } p ? BitConverter.DoubleToInt64Bits(p) : "-", s.Marks);

    private static double Finite(double value) => double.IsFinite(value) ? value : 0;
}
