using Sems.Analysis.Charging;
using Sems.Analysis.Danger;
using Sems.Analysis.Features;
using Sems.Analysis.Phases;

namespace Sems.Analysis.Tests.Danger;

/// <summary>Findings of whole charges.</summary>
public sealed class DangerFinderTests
{
    [Fact]
    public void A_plain_charge_has_none() => Assert.Empty(DangerFinder.Find(Charge(), []));

    [Theory]
    [InlineData(12, null, FindingKind.OverCurrent, FindingSeverity.Danger)]
    [InlineData(2.6, null, FindingKind.OverCurrent, FindingSeverity.Danger)]
    [InlineData(1.7, 260d, FindingKind.OverVoltage, FindingSeverity.Danger)]
    [InlineData(1.7, 206d, FindingKind.PoorContact, FindingSeverity.Warning)]
    [InlineData(9.5, 225d, FindingKind.OverPower, FindingSeverity.Danger)]
    public void A_fault_is_told_once_where_it_was_sure(double a, double? v, FindingKind kind, FindingSeverity severity)
    {
        var points = Charge();
        for (var i = 200; i < 210; i++) points[i] = points[i] with { CurrentA = a, VoltageV = v ?? points[i].VoltageV };
        var found = Assert.Single(DangerFinder.Find(points, []), f => f.Kind == kind);
        Assert.Equal((points[202].AtMs, severity), (found.AtMs, found.Severity));
        Assert.InRange(found.Confidence, 0.5, 1);
        Assert.Matches(@"\d", found.Message);
        Assert.NotEmpty(found.Advice);
    }

    [Fact]
    public void A_rise_after_full_is_a_rise_of_the_tail()
    {
        var points = Charge();
        for (var i = points.Count - 100; i < points.Count; i++) points[i] = points[i] with { CurrentA = 0.9 };
        Assert.Equal([FindingKind.TailRise], DangerFinder.Find(points, []).Select(f => f.Kind));
    }

    [Fact]
    public void Who_takes_the_bike_or_pauses_is_not_told()
    {
        var points = Charge().Take(400).ToList();
        for (var i = 0; i < 6; i++) points.Add(new CurvePoint(points[^1].AtMs + 10_000, 0, 220));
        Assert.Empty(DangerFinder.Find(points, []));
        for (var i = 0; i < 60; i++) points.Add(new CurvePoint(points[^1].AtMs + 10_000, 0, 220));
        Assert.Equal([FindingKind.SuddenDrop], DangerFinder.Find(points, []).Select(f => f.Kind));
        var pause = new PhaseSpan(ChargePhase.Interrupted, points[400].AtMs, points[^1].AtMs);
        Assert.Empty(DangerFinder.Find(points, [pause]));
    }

    [Fact]
    public void Every_kind_has_a_word_and_an_advice()
    {
        var words = Enum.GetValues<FindingKind>().Select(FindingWords.Name).ToList();
        Assert.Equal(words.Count, words.Distinct().Count());
        Assert.All(words, w => Assert.Matches("^[a-z_]+$", w));
        Assert.All(Enum.GetValues<FindingKind>(), k => Assert.NotEmpty(FindingText.Advice(k)));
    }

    [Fact]
    public void What_is_usual_is_learnt()
    {
        ChargeFeatures Of(double wh, double plateau, double taper) => new()
        {
            EnergyWh = wh,
            PlateauA = plateau,
            TaperS = taper,
            ConstantCurrentS = 1000,
            TaperTauS = taper == 0 ? null : taper,
            EndedFull = true,
            SawConstantCurrent = true,
        };
        var usual = UsualLearner.Learn([Of(500, 1.6, 3000), Of(700, 1.7, 4000), Of(600, 1.8, 5000), Of(1, 9, 9)], 720);
        Assert.Equal(new ChargeUsual(3, 600, 700, 5000, 4000, 1, 1.7, 1.6, 1.8, 6000, 720), usual);
        Assert.Equal(0, UsualLearner.Learn([]).Charges);
    }

    [Theory]
    [InlineData(0, null, null, null)] // nothing is known
    [InlineData(9, 1000d, null, 1850d)] // 1.6 times the most, for it may have come in flat never before
    [InlineData(0, null, 720d, 1386d)]
    [InlineData(9, 1300d, 720d, 1386d)] // no more than the label allows
    [InlineData(9, 500d, 720d, 1164.24)] // as much as a flat battery takes
    public void So_much_energy_is_plausible(int charges, double? most, double? rated, double? plausible) =>
        Assert.Equal(plausible, new ChargeUsual(charges, most, most, RatedWh: rated).MostPlausibleWh(0.25) is { } wh ? Math.Round(wh, 2) : null);

    private static List<CurvePoint> Charge() =>
        [.. Enumerable.Range(0, 2500).Select(i => new CurvePoint(1_000_000 + (10_000L * i), Math.Round(0.1 + (1.6 * Math.Min(1, Math.Exp((700 - i) / 300d))), 3), 220 + (i % 3)))];
}
