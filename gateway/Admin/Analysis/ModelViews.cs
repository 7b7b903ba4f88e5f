using Sems.Analysis.Models;
using Sems.Grains.Analysis;
using Sems.Storage.Analysis;

namespace Sems.Gateway.Admin.Analysis;

/// <summary>The normal charge of a brand's model.</summary>
/// <param name="Charges">How many charges it was learnt from.</param>
/// <param name="Batteries">How many batteries they are of.</param>
/// <param name="FirstAt">When the first of them ended.</param>
/// <param name="LastAt">When the last of them ended.</param>
/// <param name="IsGood">It may be gone by.</param>
/// <param name="EnergyKwh">What a charge takes; null when too few tell.</param>
/// <param name="MinutesToFull">How long one takes.</param>
/// <param name="TaperTauS">The time constant of the falling current, s.</param>
public record ModelView(
    string Key, string Brand, string Model, string? BatteryType, double? RatedV, double? RatedAh, long Charges, long Batteries, DateTimeOffset FirstAt,
    DateTimeOffset LastAt, bool IsGood, SpreadView? EnergyKwh, SpreadView? MinutesToFull, SpreadView? TaperTauS)
{
    internal static ModelView Of(BrandModelRecord m)
    {
        var figures = BrandModelLearning.Figures(m);
        return new ModelView(
            m.Key, m.Brand, m.Model, m.BatteryType, m.RatedV, m.RatedAh, m.Charges, m.Batteries, m.FirstAt, m.LastAt, m.IsGood, Spread(figures.EnergyWh, 1000),
            Spread(figures.SecondsToFull, 60), Spread(figures.TaperTauS, 1));
    }

    private protected static SpreadView? Spread(Spread? spread, double by) =>
        spread is null ? null : new SpreadView(spread.Median / by, spread.Low / by, spread.High / by);
}

/// <summary>A model with all that is known of it.</summary>
/// <param name="Picture">The normal charge over how full the battery is; null before it is known.</param>
/// <param name="Phases">How long each phase takes.</param>
/// <param name="Explanation">What it was learnt from and how far it may be gone by, in sentences.</param>
public sealed record ModelDetailView(
    string Key, string Brand, string Model, string? BatteryType, double? RatedV, double? RatedAh, long Charges, long Batteries, DateTimeOffset FirstAt,
    DateTimeOffset LastAt, bool IsGood, SpreadView? EnergyKwh, SpreadView? MinutesToFull, SpreadView? TaperTauS, ModelPictureView? Picture,
    IReadOnlyList<ModelPhaseView> Phases, IReadOnlyList<string> Explanation)
    : ModelView(Key, Brand, Model, BatteryType, RatedV, RatedAh, Charges, Batteries, FirstAt, LastAt, IsGood, EnergyKwh, MinutesToFull, TaperTauS)
{
    internal static new ModelDetailView Of(BrandModelRecord m)
    {
        var (v, state) = (ModelView.Of(m), BrandModelLearning.State(m));
        var (figures, picture) = (BrandModel.Figures(state), BrandModel.Picture(state));
        var phases = new List<ModelPhaseView>();
        if (Spread(figures.ConstantCurrentS, 60) is { } constant) phases.Add(new ModelPhaseView("constant_current", constant));
        if (Spread(figures.TaperS, 60) is { } taper) phases.Add(new ModelPhaseView("taper", taper));
        return new ModelDetailView(
            v.Key, v.Brand, v.Model, v.BatteryType, v.RatedV, v.RatedAh, v.Charges, v.Batteries, v.FirstAt, v.LastAt, v.IsGood, v.EnergyKwh, v.MinutesToFull, v.TaperTauS,
            picture.EnergyWh is null ? null : new ModelPictureView(picture.Share, Band(picture.Current), Band(picture.Power), picture.Charges), phases,
            BrandModel.Explain(state, (int)m.Batteries));
    }

    private static ModelBandView Band(PictureBand band) => new(band.Median, band.Low, band.High);
}

/// <summary>The normal charge over how full the battery is.</summary>
/// <param name="Share">Percent.</param>
/// <param name="Current">A; null where too few tell.</param>
/// <param name="Power">W; null where too few tell.</param>
/// <param name="Charges">How many charges tell.</param>
public sealed record ModelPictureView(IReadOnlyList<int> Share, ModelBandView Current, ModelBandView Power, IReadOnlyList<int> Charges);

/// <summary>The middle of many curves, and where eight of ten lie.</summary>
public sealed record ModelBandView(IReadOnlyList<double?> Median, IReadOnlyList<double?> Low, IReadOnlyList<double?> High);

/// <summary>How long a phase takes.</summary>
public sealed record ModelPhaseView(string Phase, SpreadView Minutes);
