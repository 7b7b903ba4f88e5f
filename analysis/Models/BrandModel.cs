using Sems.Analysis.Danger;
using Sems.Analysis.Health;

namespace Sems.Analysis.Models;

/// <summary>
/// What is normal for the charges of a brand's model, learnt charge by charge. No clock and no storage: the state goes in and comes out, and is the same in
/// whatever order the charges came.
/// </summary>
public static class BrandModel
{
    /// <summary>So many charges make a model to go by.</summary>
    public const int Enough = 10;

    /// <summary>The model after one more charge.</summary>
    /// <param name="state">What was known before it.</param>
    /// <param name="charge">The charge (<see cref="ModelCharge.Of"/>).</param>
    public static BrandModelState Take(BrandModelState state, ModelCharge charge) => new(
        state.Charges + 1, state.Full + (charge.EndedFull ? 1 : 0), state.LeftOut,
        Math.Min(state.FirstMs ?? charge.EndedMs, charge.EndedMs), Math.Max(state.LastMs ?? charge.EndedMs, charge.EndedMs), ModelSample.With(state.Kept, charge));

    /// <summary>The model after a charge that is not normal and only counts.</summary>
    public static BrandModelState LeaveOut(BrandModelState state) => state with { LeftOut = state.LeftOut + 1 };

    /// <summary>It may be gone by.</summary>
    public static bool IsGood(BrandModelState state) => state.Charges >= Enough;

    /// <summary>What its charges are like.</summary>
    public static BrandFigures Figures(BrandModelState state)
    {
        var full = state.Kept.Where(c => c.SecondsToFull is not null).ToList();
        return new BrandFigures(
            Spread.Of(state.Kept.Select(c => (double?)c.EnergyWh)), Spread.Of(full.Select(c => c.SecondsToFull)), Spread.Of(state.Kept.Select(c => c.TaperTauS)),
            Spread.Of(state.Kept.Select(c => c.PlateauA)), Spread.Of(full.Select(c => (double?)c.ConstantCurrentS)), Spread.Of(full.Select(c => (double?)c.TaperS)));
    }

    /// <summary>Its normal charge over the state of charge.</summary>
    public static BrandPicture Picture(BrandModelState state) => BrandPicture.Of(state.Kept);

    /// <summary>Where it comes from, what it says and what is still missing: plain Chinese sentences with figures.</summary>
    /// <param name="state">What is known.</param>
    /// <param name="batteries">How many batteries it was learnt from; null when not known.</param>
    public static IReadOnlyList<string> Explain(BrandModelState state, int? batteries = null) => BrandModelText.Of(state, batteries);

    /// <summary>What the watch over dangers may hold a charge of this model against.</summary>
    /// <param name="state">What is known.</param>
    /// <param name="ratedWh">What the label says the battery holds, V·Ah; null when not known.</param>
    public static ChargeUsual Usual(BrandModelState state, double? ratedWh = null) =>
        UsualLearner.Learn(state.Kept.Select(c => c.ToFeatures()), ratedWh, isModel: true);

    /// <summary>What the health of a battery of this model may be held against.</summary>
    public static ModelNormal Normal(BrandModelState state)
    {
        var figures = Figures(state);
        return new ModelNormal(figures.TaperTauS?.Median, figures.PlateauA?.Median, figures.EnergyWh?.High);
    }
}
