using Sems.Analysis.Charging;
using Sems.Analysis.Danger;
using Sems.Analysis.Models;
using Sems.Analysis.Phases;
using Sems.Analysis.Reports;
using Sems.Analysis.Tests.Energy;

namespace Sems.Analysis.Tests.Reports;

public sealed class ChargeReportTests
{
    [Fact]
    public void A_sound_charge_has_nothing_to_find()
    {
        var charge = MeteredCharge.Of(3);
        var report = ChargeReport.Of(charge.Sent((_, kwh) => MeteredCharge.Stepped(kwh, 0.01), voltage: true, power: true));
        Assert.Empty(report.Findings);
        Assert.Equal(report.Energy.Wh, report.Features.EnergyWh);
        Assert.Equal(ChargePhase.ConstantCurrent, report.Phases[0].Phase);
        Assert.True(report.Features.EndedFull);
        Assert.InRange(report.Shape!.EnergyWh, 0.9 * report.Energy.Wh, report.Energy.Wh);
    }

    [Fact]
    public void A_shape_adds_up_to_its_energy()
    {
        var charge = MeteredCharge.Of(2);
        var shape = ChargeReport.Of(charge.Sent(voltage: true, power: true)).Shape!;
        Assert.Equal(ChargeShape.Steps + 1, shape.CurrentA.Count);
        Assert.True(shape.PowerW[5] > 2 * shape.PowerW[50], "power falls towards full");
        Assert.True(shape.CurrentA[5] > 2 * shape.CurrentA[50], "so does current");
    }

    [Fact]
    public void Faults_of_rows_and_counter_are_notices()
    {
        var rows = MeteredCharge.Of(4).Sent((i, kwh) => i < 1000 ? 9 + kwh : kwh);
        rows.RemoveRange(300, 40);
        rows[^1] = rows[^1] with { AtMs = rows[^1].AtMs - (1500L * 86_400_000) };
        var report = ChargeReport.Of(rows);
        Assert.Equal([FindingKind.Silence, FindingKind.CounterBackward, FindingKind.ClockLeap], report.Findings.Select(f => f.Kind));
        Assert.All(report.Findings, f => Assert.Equal(FindingSeverity.Notice, f.Severity));
        Assert.Equal(["有 410 秒没有收到采样", "电能计数后退 1 次，后退的读数不计入电量", "采样时钟后退 1500 天，到了 2019 年"], report.Findings.Select(f => f.Message));
    }

    [Fact]
    public void The_recorded_charge_is_told_whole()
    {
        if (RealCharge.TryRead() is not { } rows) return;
        var first = (long)(rows[0].Time * 1000);
        var report = ChargeReport.Of([.. rows.Select(r => new CurvePoint((long)(r.Time * 1000), r.CurrentA, null, r.Energy))]);
        Assert.Equal(
            [FindingKind.CounterCoding, FindingKind.CounterBackward, FindingKind.CounterScale, FindingKind.Silence, FindingKind.ClockLeap],
            report.Findings.Select(f => f.Kind).Distinct());
        Assert.Contains(report.Findings, f => f.Message.Contains("2012", StringComparison.Ordinal));
        Assert.Contains(report.Findings, f => f.Message.Contains("405 秒", StringComparison.Ordinal));
        Assert.InRange(report.ChargeAh, 13.9, 14.1);
        Assert.InRange(report.Energy.Wh, 2540, 2600);
        Assert.Equal([ChargePhase.ConstantCurrent, ChargePhase.Taper, ChargePhase.Trickle], report.Phases.Select(p => p.Phase).Distinct());
        Assert.InRange((report.Phases.First(p => p.Phase == ChargePhase.Taper).FromMs - first) / 3_600_000d, 6.9, 7.6);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Next_to_nothing_is_no_fault(int readings)
    {
        var report = ChargeReport.Of([.. Enumerable.Range(0, readings).Select(i => new CurvePoint(i * 10_000, 1.5, 221, 3, 200))]);
        Assert.Empty(report.Findings);
        Assert.Null(report.Shape);
        Assert.Equal(readings == 0 ? 0 : 1, report.Phases.Count);
    }
}
