using Sems.Analysis.Phases;
using Sems.Gateway.Student.Reading;
using Sems.Storage.Curves;

namespace Sems.Gateway.Tests.Student.Reading;

/// <summary>How often the curve of a session is read that students look at.</summary>
public sealed class FollowedChargeTests
{
    private readonly Curves _curves = new();

    [Fact]
    public async Task However_many_look_the_curve_is_read_once()
    {
        _curves.Samples.AddRange(Enumerable.Range(0, 100).Select(Reading));
        var charge = new FollowedCharge(7, _curves);
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => charge.ReadAsync(100 + i, default)));
        Assert.Equal((1, 0), (_curves.Whole, _curves.Fresh));
        Assert.Equal(ChargePhase.ConstantCurrent, (await charge.ReadAsync(500, default)).Phase);
        Assert.Equal(1, _curves.Whole);
    }

    [Fact]
    public async Task Who_looks_at_the_samples_gets_all_of_them_once()
    {
        _curves.Samples.AddRange(Enumerable.Range(0, 10).Select(Reading));
        var charge = new FollowedCharge(7, _curves);
        await charge.ReadAsync(10, default);
        Assert.Equal(10, (await charge.FollowAsync(10, default)).Points.Length);
        Assert.Equal(10, (await charge.FollowAsync(10, default)).UpTo);
        Assert.Equal(2, _curves.Whole);
        _curves.Samples.Add(Reading(10));
        var (points, upTo) = await charge.FollowAsync(11, default); // too soon
        Assert.Equal((10, 10), (points.Length, upTo));
    }

    [Fact]
    public async Task A_session_without_samples_is_asked_for_none()
    {
        var charge = new FollowedCharge(7, _curves);
        for (var i = 0; i < 9; i++) Assert.Null((await charge.ReadAsync(0, default)).Phase);
        Assert.Equal((1, 0), (_curves.Whole, _curves.Fresh));
    }

    private static Sample Reading(int i) => new(i * 10, i * 10_000L, 1.2, i * 0.001, 220, null);

    private sealed class Curves : ICurveReader
    {
        public List<Sample> Samples { get; } = [];

        public int Whole { get; private set; }

        public int Fresh { get; private set; }

        public Task<IReadOnlyList<Sample>> ReadAsync(long chargeId, CancellationToken cancel = default)
        {
            Whole++;
            return Task.FromResult<IReadOnlyList<Sample>>([.. Samples]);
        }

        public Task<IReadOnlyList<Sample>> UnsealedAsync(long chargeId, CancellationToken cancel = default)
        {
            Fresh++;
            return Task.FromResult<IReadOnlyList<Sample>>([.. Samples]);
        }

        public ValueTask<long> SampleCountAsync(CancellationToken cancel = default) => new(Samples.Count);
    }
}
