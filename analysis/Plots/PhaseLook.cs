using Sems.Analysis.Phases;

namespace Sems.Analysis.Plots;

/// <summary>How a phase is called and shaded.</summary>
/// <param name="Word">Chinese.</param>
/// <param name="Color">Pale enough to print lines on.</param>
internal sealed record PhaseLook(string Word, string Color)
{
    public static PhaseLook Of(ChargePhase phase) => phase switch
    {
        ChargePhase.ConstantCurrent => new("恒流", "#dbe9f8"),
        ChargePhase.Taper => new("电流下降", "#fcecc8"),
        ChargePhase.Trickle => new("涓流", "#dcf1e3"),
        ChargePhase.ZeroCurrent => new("零电流", "#e9e9ec"),
        ChargePhase.Interrupted => new("中断", "#f8dcdc"),
        ChargePhase.Idle => new("接入未充", "#f3f1f7"),
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, "not a phase"),
    };
}
