using Sems.Analysis.Charging;
using Sems.Analysis.Online;
using Sems.Analysis.Tests.Phases;

namespace Sems.Analysis.Tests.Online;

public sealed class OnlineAnalysisTests
{
    [Fact]
    public void An_open_session_takes_less_than_200_bytes_and_a_reading_allocates_nothing() =>
        OnlineCost.MustBeSmall<OnlineAnalysis>(199, static (ref OnlineAnalysis analysis, in CurvePoint point) => analysis.Take(point));

    /// <summary>A, V, W a reading; counted in Wh steps or not; Wh after an hour.</summary>
    [Theory]
    [InlineData(1.0, null, null, false, 220)]
    [InlineData(1.0, 230.0, null, false, 230)]
    [InlineData(1.0, 230.0, 150.0, false, 150)]
    [InlineData(2.0, 50.0, null, false, 100)]
    [InlineData(1.0, null, null, true, 180)]
    public void Energy_is_the_counter_s_or_power_over_time(double a, double? v, double? w, bool counts, double wh)
    {
        var analysis = new OnlineAnalysis();
        for (var i = 0; i <= 360; i++) analysis.Take(new CurvePoint(1_000_000 + (i * 10_000L), a, v, counts ? 12 + Math.Round(0.18 * i / 360, 3) : null, w));
        Assert.InRange(analysis.EnergyWh, wh * 0.995, wh * 1.005);
    }

    [Fact]
    public void A_counter_that_leaps_counts_no_leap()
    {
        var analysis = new OnlineAnalysis();
        for (var i = 0; i <= 360; i++) analysis.Take(new CurvePoint(1_000_000 + (i * 10_000L), 1, 220, (i < 100 ? 0 : i < 200 ? 900 : 7) + (0.18 * i / 360)));
        Assert.InRange(analysis.EnergyWh, 177, 180.5);
    }

    [Fact]
    public void What_is_no_number_or_came_before_is_left_out()
    {
        var analysis = new OnlineAnalysis();
        for (var i = 1; i < 30; i++) analysis.Take(new CurvePoint(i * 10_000L, 1, 220));
        var (wh, phase) = (analysis.EnergyWh, analysis.Phases.Phase);
        analysis.Take(new CurvePoint(290_000, 9, 220));
        analysis.Take(new CurvePoint(300_000, double.NaN));
        Assert.Equal((wh, phase), (analysis.EnergyWh, analysis.Phases.Phase));
    }
}
