namespace Sems.Analysis.Energy;

/// <summary>
/// A session's energy from a meter's counter, which may be a lifetime register: the sum of its forward steps. A step
/// backward (reset, change of scale) or one faster than any socket can deliver counts nothing and starts a new base.
/// </summary>
/// <param name="Counter">The last reading, kWh; null before the first.</param>
/// <param name="AtMs">Its place on the server's clock, Unix ms.</param>
/// <param name="Wh">Energy so far, Wh.</param>
/// <param name="Faults">Steps that were not believed.</param>
public readonly record struct EnergyMeter(double? Counter, long AtMs, double Wh, int Faults)
{
    /// <summary>W; no socket delivers more (the range of a sample's power).</summary>
    public const double MostPowerW = 20_000;

    /// <summary>Wh a step may be coarser than time allows: counters step in units of up to 0.1 kWh.</summary>
    public const double CoarsestStepWh = 100;

    /// <summary>The meter after one more reading (kWh at a Unix ms).</summary>
    public EnergyMeter Next(double counterKwh, long atMs)
    {
        if (Counter is not { } last) return new EnergyMeter(counterKwh, atMs, Wh, Faults);
        var stepWh = (counterKwh - last) * 1000;
        var mostWh = (Math.Max(0, atMs - AtMs) / 3_600_000d * MostPowerW) + CoarsestStepWh;
        var believed = stepWh >= 0 && stepWh <= mostWh;
        return new EnergyMeter(counterKwh, atMs, believed ? Wh + stepWh : Wh, believed ? Faults : Faults + 1);
    }
}
