using Sems.Analysis.Danger;
using Sems.GrainInterfaces;

namespace Sems.Grains.Rules;

/// <summary>What is usual of a battery, as grains tell each other and as analysis takes it.</summary>
public static class UsualCharges
{
    /// <summary>As analysis takes it.</summary>
    public static ChargeUsual? Of(UsualCharge? usual) => usual is null ? null : new ChargeUsual(
        usual.Charges, usual.EnergyWh, usual.MostEnergyWh, usual.SecondsToFull, usual.TaperTauS, usual.TaperShare, usual.PlateauA, usual.PlateauLowA,
        usual.PlateauHighA, usual.LongestSecondsToFull, usual.RatedWh, usual.IsModel);

    /// <summary>As grains tell it.</summary>
    public static UsualCharge? Of(ChargeUsual? usual) => usual is null ? null : new UsualCharge
    {
        Charges = usual.Charges,
        EnergyWh = usual.EnergyWh,
        MostEnergyWh = usual.MostEnergyWh,
        SecondsToFull = usual.SecondsToFull,
        TaperTauS = usual.TaperTauS,
        TaperShare = usual.TaperShare,
        PlateauA = usual.PlateauA,
        PlateauLowA = usual.PlateauLowA,
        PlateauHighA = usual.PlateauHighA,
        LongestSecondsToFull = usual.LongestSecondsToFull,
        RatedWh = usual.RatedWh,
        IsModel = usual.IsModel,
    };
}
