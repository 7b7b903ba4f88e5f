namespace Sems.Simulator.Bikes;

/// <summary>
/// The charger that came with a pack. On the battery's side: constant current up to a knee, then a current that falls in proportion to
/// what is still missing (an exponential in time), then a tail. On the mains side: the same power through the charger's efficiency, at
/// the poor power factor of chargers without correction.
/// </summary>
public sealed class Charger
{
    private const double VoltageRise = 0.08;
    private readonly BatteryPack _pack;

    private Charger(BatteryPack pack) => _pack = pack;

    /// <summary>Constant current on the battery's side, A.</summary>
    public required double ConstantA { get; init; }

    /// <summary>State of charge, 0 to 1, at which the taper begins.</summary>
    public required double Knee { get; init; }

    /// <summary>Battery-side current of the tail, A.</summary>
    public required double TailA { get; init; }

    /// <summary>Share of the charge put in that stays in (the rest heats or gasses), 0 to 1.</summary>
    public required double CoulombEfficiency { get; init; }

    /// <summary>Share of the mains power that reaches the battery, 0 to 1.</summary>
    public required double Efficiency { get; init; }

    /// <summary>What the charger draws for itself, W.</summary>
    public required double StandbyW { get; init; }

    /// <summary>Active over apparent power, 0 to 1.</summary>
    public required double PowerFactor { get; init; }

    /// <summary>The usual charger for a pack: about C/7 for lead-acid, C/5 for lithium.</summary>
    public static Charger For(BatteryPack pack) => pack.Chemistry switch
    {
        BatteryChemistry.LeadAcid => new Charger(pack)
        {
            ConstantA = Math.Round(pack.RatedAh * 0.145, 1),
            Knee = 0.82,
            TailA = 0.10,
            CoulombEfficiency = 0.88,
            Efficiency = 0.86,
            StandbyW = 4,
            PowerFactor = 0.60,
        },
        _ => new Charger(pack)
        {
            ConstantA = Math.Round(pack.RatedAh * 0.2, 1),
            Knee = 0.93,
            TailA = 0,
            CoulombEfficiency = 0.99,
            Efficiency = 0.89,
            StandbyW = 3,
            PowerFactor = 0.63,
        },
    };

    /// <summary>Battery-side current, A.</summary>
    /// <param name="stateOfCharge">0 to 1.</param>
    public double BatteryCurrentA(double stateOfCharge)
    {
        if (stateOfCharge < Knee) return ConstantA;
        var taper = ConstantA * (1 - stateOfCharge) / (1 - Knee);
        return taper > CutOffA ? taper : TailA;
    }

    /// <summary>Battery-side voltage, V: rises along the constant-current phase, then holds.</summary>
    /// <param name="stateOfCharge">0 to 1.</param>
    public double BatteryVoltageV(double stateOfCharge) =>
        _pack.NominalV * (1.12 + (VoltageRise * Math.Min(1, stateOfCharge / Knee)));

    /// <summary>Active power at the mains, W.</summary>
    /// <param name="stateOfCharge">0 to 1.</param>
    public double MainsPowerW(double stateOfCharge) =>
        (BatteryCurrentA(stateOfCharge) * BatteryVoltageV(stateOfCharge) / Efficiency) + StandbyW;

    /// <summary>Time from a state of charge to the end of the taper, s.</summary>
    /// <param name="stateOfCharge">0 to 1.</param>
    public double SecondsToFull(double stateOfCharge)
    {
        var perSecond = ConstantA * CoulombEfficiency / (_pack.CapacityAh * 3600);
        var constant = Math.Max(0, Knee - stateOfCharge) / perSecond;
        var taperBegin = Math.Max(Knee, stateOfCharge);
        var timeConstant = (1 - Knee) / perSecond;
        var beginA = ConstantA * (1 - taperBegin) / (1 - Knee);
        return constant + (beginA > CutOffA ? timeConstant * Math.Log(beginA / CutOffA) : 0);
    }

    /// <summary>Where the taper gives way to the tail, A.</summary>
    private double CutOffA => Math.Max(TailA, 0.04 * ConstantA);
}
