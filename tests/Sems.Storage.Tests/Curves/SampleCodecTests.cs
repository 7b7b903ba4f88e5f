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
            var samples = Enumerable.Range(0, random.Next(1, 60)).Select(_ => Arbitrary.Sample(random)).ToList();
            Assert.Equal(samples.Select(Arbitrary.Bits), RoundTrip(samples).Select(Arbitrary.Bits));
        }
    }

    [Fact]
    public void Extremes_are_exact()
    {
        var samples = Arbitrary.OddSamples();
        Assert.Equal(samples.Select(Arbitrary.Bits), RoundTrip(samples).Select(Arbitrary.Bits));
        samples.Reverse();
        Assert.Equal(samples.Select(Arbitrary.Bits), RoundTrip(samples).Select(Arbitrary.Bits));
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
}
