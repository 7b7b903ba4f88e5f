using Sems.Analysis.Charging;
using static Sems.Analysis.Charging.CurveFaultKind;

namespace Sems.Analysis.Tests.Charging;

public sealed class CurveCleaningTests
{
    private const long Year = 365 * 86_400L;

    /// <summary>Times of rows, s; those of the curve; the faults.</summary>
    public static TheoryData<string, long[], long[], CurveFaultKind[]> Rows() => new()
    {
        { "nothing", [], [], [] },
        { "in order", [0, 10, 20, 30], [0, 10, 20, 30], [] },
        { "a repeat", [0, 10, 10, 20], [0, 10, 20], [Repeat] },
        { "a late one", [0, 10, 30, 20, 40], [0, 10, 20, 30, 40], [Late] },
        { "a late one as the last", [0, 10, 30, 20], [0, 10, 20, 30], [Late] },
        { "late ones fill a hole", [0, 10, 90, 20, 30, 40, 50, 60, 70, 80, 100], [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100], [Late, Late, Late, Late, Late, Late, Late] },
        { "a silence", [0, 10, 20, 100, 110], [0, 10, 20, 100, 110], [Silence] },
        { "a grid of two minutes", [0, 120, 240, 360, 480], [0, 120, 240, 360, 480], [] },
        { "years back to the end", [0, 10, 20, -Year, 10 - Year], [0, 10, 20, 30, 40], [ClockLeap] },
        { "years back and home again", [0, 10, 20, -Year, 40, 50], [0, 10, 20, 30, 40, 50], [ClockLeap, ClockLeap] },
        { "years ahead", [0, 10, Year, Year + 10], [0, 10, 20, 30], [ClockLeap] },
        { "set back by more than a minute", [0, 10, 20, 30, 40, 50, 60, 70, 80, 11, 21, 31, 41], [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120], [ClockLeap] },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_curve_rises_and_its_faults_are_named(string name, long[] rows, long[] curve, CurveFaultKind[] faults)
    {
        var clean = CurveCleaning.Clean([.. rows.Select(s => new CurvePoint(s * 1000, 1))]);
        Assert.True(curve.SequenceEqual(clean.Points.Select(p => p.AtMs / 1000)), $"{name}: {string.Join(' ', clean.Points.Select(p => p.AtMs / 1000))}");
        Assert.True(faults.SequenceEqual(clean.Faults.Select(f => f.Kind)), $"{name}: {string.Join(' ', clean.Faults)}");
    }

    [Fact]
    public void What_is_no_number_is_left_out()
    {
        var clean = CurveCleaning.Clean([new(0, 1), new(10_000, double.NaN), new(20_000, 1, double.PositiveInfinity), new(30_000, 1)]);
        Assert.Equal([0, 30_000], clean.Points.Select(p => p.AtMs));
        Assert.Equal(2, clean.CountOf(Unreadable));
    }
}
