using Sems.Storage.Curves;
using Sems.Storage.Curves.Packed;

namespace Sems.Storage.Tests.Curves;

public sealed class PackedCodecTests
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
        for (var run = 0; run < 200; run++)
            AssertExact(Enumerable.Range(0, random.Next(1, 60)).Select(_ => Arbitrary.Sample(random)).ToList());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Round_trip_is_exact_for_charges_with_what_befalls_them(int seed)
    {
        var random = new Random(seed);
        for (var run = 0; run < 40; run++) AssertExact(Arbitrary.Charge(random, random.Next(1, 3000)));
    }

    [Fact]
    public void Extremes_are_exact()
    {
        var samples = Arbitrary.OddSamples();
        AssertExact(samples);
        samples.Reverse();
        AssertExact(samples);
        AssertExact([.. samples.Select(s => s with { VoltageV = null, PowerW = null, Marks = SampleMarks.None })]);
        AssertExact([.. samples, .. Arbitrary.Charge(new Random(9), 500), .. samples]);
    }

    [Fact]
    public void A_column_that_never_changes_costs_next_to_nothing()
    {
        var samples = Enumerable.Range(0, 10_000).Select(i => new Sample(10 * i, 10_000L * i, 1.25, 7, 220, 231.5)).ToList();
        var chunk = PackedCodec.Encode(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(samples), out var taken);
        Assert.Equal(PackedCodec.MaxSamples, taken);
        Assert.InRange(chunk.Length, 1, 160);
        AssertExact(samples);
    }

    [Fact]
    public void One_odd_number_does_not_spoil_a_chunk()
    {
        var samples = Enumerable.Range(0, 500).Select(i => new Sample(10 * i, 10_000L * i, 1.25, i / 2, null, null)).ToList();
        var plain = Size(samples);
        samples[250] = samples[250] with { CurrentA = Math.PI };
        Assert.InRange(Size(samples) - plain, 0, 24);
        AssertExact(samples);
    }

    [Fact]
    public void Torn_and_changed_chunks_are_told()
    {
        var chunk = PackedCodec.Encode(Arbitrary.Charge(new Random(1), 300).ToArray(), out _);
        for (var cut = 0; cut < chunk.Length; cut++) Assert.Throws<InvalidDataException>(() => CurveChunk.Read(2, chunk.AsSpan(0, cut), []));
        for (var i = 0; i < chunk.Length; i++)
        {
            var changed = (byte[])chunk.Clone();
            changed[i] ^= (byte)(1 << (i % 8));
            Assert.Throws<InvalidDataException>(() => CurveChunk.Read(2, changed, []));
        }

        Assert.Throws<InvalidDataException>(() => CurveChunk.Read(3, chunk, []));
    }

    private static int Size(List<Sample> samples)
    {
        var size = PackedCodec.Encode(samples.ToArray(), out var taken).Length;
        Assert.Equal(samples.Count, taken);
        return size;
    }

    private static void AssertExact(List<Sample> samples)
    {
        var rest = samples.ToArray().AsSpan();
        var read = new List<Sample>();
        while (!rest.IsEmpty)
        {
            CurveChunk.Read(PackedCodec.Format, PackedCodec.Encode(rest, out var taken), read);
            rest = rest[taken..];
        }

        Assert.Equal(samples.Select(Arbitrary.Bits), read.Select(Arbitrary.Bits));
    }
}
