using System.Text.Json;
using Sems.Analysis.Charging;
using Sems.Analysis.Danger;
using Sems.Analysis.Models;
using Sems.Analysis.Reports;
using Sems.Simulator.Bikes;

namespace Sems.Analysis.Tests.Models;

public sealed class BrandModelTests
{
    private const long Day = 86_400_000;
    private const long Start = 1_700_000_000_000;
    private static readonly BatteryPack Pack = PackCatalog.All[2];

    /// <summary>A charge of the pack from a state of charge to full, or until it is unplugged.</summary>
    private static List<CurvePoint> Charge(double from, long atMs, double unplugHours = 12)
    {
        var bike = new BikeCharge(Pack, from);
        var random = new Random((int)(atMs / 1000));
        var points = new List<CurvePoint>();
        for (var second = 0; second < unplugHours * 3600; second += 10)
        {
            bike.Advance(10, switchedOn: true);
            var volts = 221 + random.NextDouble();
            points.Add(new CurvePoint(atMs + (second * 1000L), bike.CurrentA(volts), volts, Math.Round(bike.EnergyKwh, 3), bike.PowerW));
            if (bike.StateOfCharge >= 1 && second > 3600 && points[^1].CurrentA < 0.05) break;
        }

        return points;
    }

    private static ModelCharge Learnt(IReadOnlyList<CurvePoint> points)
    {
        var report = ChargeReport.Of(points);
        return ModelCharge.Of(report.Features, report.Shape)!;
    }

    private static readonly IReadOnlyList<ModelCharge> Charges =
        [.. Enumerable.Range(0, 30).Select(i => Learnt(Charge(new Random(i).NextDouble() * 0.7, Start + (i * Day))))];

    private static BrandModelState Of(IEnumerable<ModelCharge> charges) => charges.Aggregate(BrandModelState.Empty, BrandModel.Take);

    private static ModelCharge Plain(int day, double plateau) =>
        new(Start + (day * Day), 500 + (day % 7), plateau, 9000, 1800, 900, true, new ChargeShape(500, [.. Enumerable.Repeat(plateau, 51)], [.. Enumerable.Repeat(100d, 51)]));

    [Fact]
    public void The_picture_of_a_simulated_model_is_its_charger()
    {
        var state = Of(Charges);
        var picture = BrandModel.Picture(state);
        var deepest = Charges.Where(c => c.Shape is not null).OrderBy(c => c.EnergyWh).Last();
        Assert.Equal(51, picture.Current.Median.Count);
        for (var i = 10; i <= 45; i++)
        {
            var expected = ChargeShape.At(deepest.Shape!.CurrentA, 1 - (picture.EnergyWh!.Value * (50 - i) / 50 / deepest.Shape.EnergyWh));
            Assert.Equal(expected, picture.Current.Median[i]!.Value, 0.06);
            Assert.True(picture.Current.Low[i] <= picture.Current.Median[i] && picture.Current.Median[i] <= picture.Current.High[i]);
            Assert.InRange(picture.Power.Median[i]!.Value, 50 * picture.Current.Median[i]!.Value, 220 * picture.Current.Median[i]!.Value);
        }

        Assert.True(picture.Charges[50] == Charges.Count(c => c.Shape is not null) && picture.Charges[5] < picture.Charges[45]);
    }

    [Fact]
    public void It_does_not_matter_in_which_order_charges_came()
    {
        var many = Enumerable.Range(0, 150).Select(i => Plain(i, 1 + (i / 1000d))).ToList();
        var shuffled = many.OrderBy(c => (c.EndedMs / Day * 7919) % 151).ToList();
        Assert.Equal(Json(Of(many)), Json(Of(shuffled)));
    }

    [Fact]
    public void It_is_good_after_ten_charges_and_says_what_is_missing_before()
    {
        var nine = Of(Charges.Take(9));
        Assert.False(BrandModel.IsGood(nine));
        Assert.Contains(BrandModel.Explain(nine), line => line.Contains("还差 1 次", StringComparison.Ordinal));
        var ten = BrandModel.Take(nine, Charges[9]);
        Assert.True(BrandModel.IsGood(ten));
        var lines = BrandModel.Explain(ten, 4);
        Assert.StartsWith("由 10 次充电、4 块电池得出", lines[0], StringComparison.Ordinal);
        Assert.DoesNotContain(lines, line => line.Contains("还差", StringComparison.Ordinal));
        Assert.All(lines, line => Assert.EndsWith("。", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Partial_charges_tell_what_they_show()
    {
        var unplugged = Learnt(Charge(0.1, Start, unplugHours: 1.5));
        Assert.False(unplugged.EndedFull);
        Assert.Null(unplugged.Shape);
        var state = Of(Enumerable.Range(0, 12).Select(i => unplugged with { EndedMs = Start + (i * Day) }));
        var figures = BrandModel.Figures(state);
        Assert.NotNull(figures.PlateauA);
        Assert.Null(figures.SecondsToFull);
        Assert.All(BrandModel.Picture(state).Current.Median, Assert.Null);
        Assert.Contains(BrandModel.Explain(state), line => line.Contains("充到满的只有 0 次", StringComparison.Ordinal));
    }

    [Fact]
    public void Newer_charges_weigh_more_and_the_state_stays_small()
    {
        var state = Of([.. Enumerable.Range(0, 300).Select(i => Plain(i, 1.0)), .. Enumerable.Range(900, 100).Select(i => Plain(i, 1.5))]);
        Assert.Equal((400, 400, ModelSample.Most), (state.Charges, state.Full, state.Kept.Count));
        Assert.Equal(1.5, BrandModel.Figures(state).PlateauA!.Median);
        Assert.InRange(Json(Of(Enumerable.Range(0, 200).Select(i => Charges[i % 30] with { EndedMs = Start + (i * Day) }))).Length, 1_000, 40_000);
    }

    [Fact]
    public void It_goes_to_JSON_and_back()
    {
        var state = BrandModel.LeaveOut(Of(Charges));
        var back = JsonSerializer.Deserialize<BrandModelState>(Json(state))!;
        Assert.Equal(Json(state), Json(back));
        Assert.Equal(BrandModel.Explain(state, 3), BrandModel.Explain(back, 3));
        Assert.Contains(BrandModel.Explain(back), line => line.Contains("另有 1 次", StringComparison.Ordinal));
    }

    [Fact]
    public void It_tells_dangers_and_health_what_is_usual()
    {
        var state = Of(Charges);
        var usual = BrandModel.Usual(state, 960);
        Assert.True(usual is { IsModel: true, RatedWh: 960, Charges: >= ChargeUsual.Enough } && usual.PlateauA > 0 && usual.MostEnergyWh > usual.EnergyWh);
        var normal = BrandModel.Normal(state);
        Assert.Equal(usual.PlateauA!.Value, normal.ConstantCurrentA!.Value, 0.02);
        Assert.Equal(ChargeUsual.OfLabel(null) with { IsModel = true }, BrandModel.Usual(BrandModelState.Empty));
    }

    [Fact]
    public void Nothing_known_is_said_so()
    {
        var lines = BrandModel.Explain(BrandModelState.Empty);
        Assert.Equal(["还没有充电可供学习。", "满 10 次充电后才可作准，还差 10 次。"], lines);
        Assert.Null(BrandModel.Figures(BrandModelState.Empty).EnergyWh);
    }

    private static string Json(BrandModelState state) => JsonSerializer.Serialize(state);
}
