using Sems.Storage.Curves;

namespace Sems.Storage.Tests.Curves;

public class SampleCodecTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Round_trip_is_exact_for_whatever_json_can_say(int seed)
    {
        var random = new Random(seed);
        for (var run = 0; run < 400; run++)
        {
            var samples = Enumerable.Range(0, random.Next(1, 60)).Select(_ => Arbitrary(random)).ToList();
            Assert.Equal(samples.Select(Bits), RoundTrip(samples).Select(Bits));
        }
    }

    [Fact]
    public void Extremes_are_exact()
    {
        double[] values =
        [
            0, 1, -1, 0.1, 0.1 + 0.2, 1e-7, 5e-324, double.MaxValue, double.MinValue, double.Epsilon, 9007199254740991, 9007199254740992,
            9007199254740993, -9007199254740992, 1e15, 123456789.123456, 1340294400.5, 100, 1e9, 0.000001, 0.0000015, -0.0, 1e300,
        ];
        long[] times = [0, 1, -1, long.MaxValue, long.MinValue, 1_772_352_000_123];
        var samples = (from value in values from at in times select new Sample(value, at, value, value, value, value, (SampleMarks)7)).ToList();
        Assert.Equal(samples.Select(Bits), RoundTrip(samples).Select(Bits));
        samples.Reverse();
        Assert.Equal(samples.Select(Bits), RoundTrip(samples).Select(Bits));
    }

    [Fact]
    public void No_sample_is_longer_than_said()
    {
        var cursor = default(SampleCursor);
        var bytes = new byte[SampleCodec.MaxBytes];
        for (var i = 0; i < 100; i++)
        {
            var raw = Math.PI * (i % 2 == 0 ? 1e200 : -1e-200);
            var fine = i % 2 == 0 ? 9007199254740992.0 : -9007199254740992.0;
            var at = i % 2 == 0 ? long.MaxValue : long.MinValue;
            SampleCodec.Write(bytes, new Sample(i % 3 == 0 ? raw : fine, at, raw, fine, raw, fine, SampleMarks.Late), ref cursor);
        }
    }

    [Fact]
    public void Usual_samples_take_few_bytes()
    {
        var random = new Random(7);
        var cursor = default(SampleCursor);
        var bytes = new byte[SampleCodec.MaxBytes];
        var total = 0;
        for (var i = 0; i < 48; i++)
        {
            var sample = new Sample(1_772_352_000 + (10 * i), 1_772_352_000_000 + (10_000L * i) + random.Next(60),
                Math.Round(2 - (i * 0.01) + (random.NextDouble() * 0.05), 2), 12 + (i / 3),
                Math.Round(220 + (random.NextDouble() * 3), 1), Math.Round(440 + (random.NextDouble() * 9), 1));
            total += SampleCodec.Write(bytes, in sample, ref cursor);
        }

        Assert.InRange(total / 48.0, 5, 11);
    }

    [Fact]
    public void Unknown_format_and_torn_bytes_are_told()
    {
        var cursor = default(SampleCursor);
        var bytes = new byte[SampleCodec.MaxBytes];
        var length = SampleCodec.Write(bytes, new Sample(Math.PI, 5, Math.E, 3, null, null), ref cursor);
        Assert.Throws<InvalidDataException>(() => SampleCodec.ReadAll(bytes.AsSpan(0, length), 2, []));
        for (var cut = 1; cut < length; cut++)
            Assert.Throws<InvalidDataException>(() => SampleCodec.ReadAll(bytes.AsSpan(0, cut), SampleCodec.Format, []));
    }

    private static Sample Arbitrary(Random random)
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

    private static double Finite(double value) => double.IsFinite(value) ? value : 0;

    private static List<Sample> RoundTrip(List<Sample> samples)
    {
        var cursor = default(SampleCursor);
        var bytes = new byte[samples.Count * SampleCodec.MaxBytes];
        var length = 0;
        foreach (var sample in samples) length += SampleCodec.Write(bytes.AsSpan(length), in sample, ref cursor);
        var read = new List<Sample>();
        var after = SampleCodec.ReadAll(bytes.AsSpan(0, length), SampleCodec.Format, read);
        Assert.Equal(cursor, after);
        return read;
    }

    private static string Bits(Sample s) => string.Join(' ', BitConverter.DoubleToInt64Bits(s.Time), s.AtMs,
        BitConverter.DoubleToInt64Bits(s.CurrentA), BitConverter.DoubleToInt64Bits(s.Energy),
        s.VoltageV is { } v ? BitConverter.DoubleToInt64Bits(v) : "-", s.PowerW is { } p ? BitConverter.DoubleToInt64Bits(p) : "-", s.Marks);
}
