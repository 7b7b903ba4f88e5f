using Sems.Analysis.Charging;
using Sems.Analysis.Phases;
using static Sems.Analysis.Phases.ChargePhase;

namespace Sems.Analysis.Tests.Phases;

/// <summary>Phases of recorded charges against what their records say. Without the recordings beside the repository nothing is tested.</summary>
public sealed class RealPhasesTests
{
    public static TheoryData<string, bool, double, double> Cells()
    {
        var cells = new TheoryData<string, bool, double, double>();
        foreach (var cell in RealCells.Names)
        {
            cells.Add(cell, true, 0.998, 0.99);
            cells.Add(cell, false, 0.997, 0.985);
        }

        return cells;
    }

    /// <summary>What is asked of cells never seen: 98 % (95 % without voltage), the boundary within 60 s at the median and 180 s at the 95th percentile.</summary>
    [Theory]
    [MemberData(nameof(Cells))]
    public void A_cell_is_divided_as_its_record_is(string cell, bool withVoltage, double lookingBack, double following)
    {
        var charges = RealCells.Read(cell);
        if (charges.Count == 0) return;
        var (samples, same, followed, offS) = (0, 0, 0, new List<double>());
        foreach (var charge in charges)
        {
            var points = charge.Rows.Select(r => new CurvePoint((long)(r.Second * 1000), r.CurrentA, withVoltage ? r.VoltageV : null)).ToList();
            var spans = PhaseFinder.Find(points);
            var tracker = new PhaseTracker();
            foreach (var point in points)
            {
                tracker.Take(point);
                var truth = Truth(charge, point.AtMs / 1000d);
                samples++;
                same += spans.Last(s => s.FromMs <= point.AtMs).Phase == truth ? 1 : 0;
                followed += tracker.Phase == truth ? 1 : 0;
            }

            if (charge.TaperFrom is { } taper) offS.Add(Math.Abs((spans.First(s => s.Phase == Taper).FromMs / 1000d) - taper));
        }

        offS.Sort();
        Assert.InRange((double)same / samples, lookingBack, 1);
        Assert.InRange((double)followed / samples, following, 1);
        Assert.InRange(offS[offS.Count / 2], 0, 20);
        Assert.InRange(offS[(int)(offS.Count * 0.95)], 0, 60);
    }

    [Fact]
    public void The_campus_charge_is_constant_for_about_seven_hours_and_ends_in_a_trickle()
    {
        if (RealCharge.TryRead() is not { } rows) return;
        var spans = PhaseFinder.Find([.. rows.Select(r => new CurvePoint((long)(r.Time * 1000), r.CurrentA))]);
        Assert.Equal([ConstantCurrent, ConstantCurrent, ConstantCurrent, Taper, Trickle], spans.Select(s => s.Phase)); // two silences divide it
        Assert.InRange(spans.Where(s => s.Phase == ConstantCurrent).Sum(s => s.ToMs - s.FromMs) / 3_600_000d, 6.8, 7.6);
        Assert.InRange((spans[4].ToMs - spans[4].FromMs) / 3_600_000d, 1, 2.5);
        Assert.All(spans, s => Assert.InRange(s.Confidence, 0.8, 1));
    }

    [Fact]
    public void What_is_wrong_with_the_rows_of_the_campus_charge_is_named()
    {
        if (RealCharge.TryRead() is not { } rows) return;
        var clean = CurveCleaning.Clean([.. rows.Select(r => new CurvePoint((long)(r.Time * 1000), r.CurrentA))]);
        Assert.Equal(3743, clean.Points.Count);
        Assert.Equal([76, 67, 405, 410], clean.Faults.Where(f => f.Kind == CurveFaultKind.Silence).Select(f => f.Seconds));
        Assert.Equal((2, 1), (clean.CountOf(CurveFaultKind.Repeat), clean.CountOf(CurveFaultKind.Late)));
        Assert.InRange(Assert.Single(clean.Faults, f => f.Kind == CurveFaultKind.ClockLeap).Seconds, -130_000_000, -120_000_000);
    }

    private static ChargePhase Truth(RealCells.Charge charge, double second) =>
        second < (charge.ConstantFrom ?? double.MaxValue) ? Idle
        : second < (charge.TaperFrom ?? double.MaxValue) ? ConstantCurrent
        : second < (charge.TaperTo ?? double.MaxValue) ? Taper : ZeroCurrent;
}
