namespace Sems.Analysis.Energy;

/// <summary>
/// A session's energy from a meter's counter, which may be a lifetime register: the sum of its forward steps. A step
/// backward (reset, change of scale) or one faster than the socket can have delivered counts nothing and starts a new base.
/// </summary>
/// <param name="Counter">The last reading, kWh; null before the first.</param>
/// <param name="AtMs">Its place on the server's clock, Unix ms.</param>
/// <param name="Wh">Energy so far, Wh.</param>
/// <param name="Backward">Steps that were <see cref="EnergyFault.Backward"/>.</param>
/// <param name="Jumps">Steps that were a <see cref="EnergyFault.Jump"/>.</param>
/// <param name="Scales">Steps that were a change of <see cref="EnergyFault.Scale"/>.</param>
public readonly record struct EnergyMeter(double? Counter, long AtMs, double Wh, int Backward, int Jumps, int Scales)
{
    /// <summary>W; no socket delivers more (the range of a sample's power).</summary>
    public const double MostPowerW = 20_000;

    /// <summary>Wh a step may be coarser than time allows: counters step in units of up to 0.1 kWh.</summary>
    public const double CoarsestStepWh = 100;

    /// <summary>W; a silence may always have hidden this much: what a charger for electric bikes draws at most.</summary>
    public const double LeastPowerW = 500;

    /// <summary>What was drawn between two samples may be so many times what they say.</summary>
    public const double Headroom = 4;

    /// <summary>How far from a power of ten a change of scale may be, in decades (5 %): the coarser of the two units rounds.</summary>
    public const double ScaleTolerance = 0.021;

    /// <summary>Steps that were not believed.</summary>
    public int Faults => Backward + Jumps + Scales;

    /// <summary>The meter after one more reading.</summary>
    /// <param name="counterKwh">kWh.</param>
    /// <param name="atMs">Unix ms.</param>
    /// <param name="powerW">The larger power (W) of this sample and the one before, which bounds what was drawn between them; null when unknown.</param>
    public EnergyMeter Next(double counterKwh, long atMs, double? powerW = null)
    {
        var next = this with { Counter = counterKwh, AtMs = atMs };
        return Judge(counterKwh, atMs, powerW) switch
        {
            EnergyFault.None => next with { Wh = Wh + ((counterKwh - (Counter ?? counterKwh)) * 1000) },
            EnergyFault.Backward => next with { Backward = Backward + 1 },
            EnergyFault.Jump => next with { Jumps = Jumps + 1 },
            _ => next with { Scales = Scales + 1 },
        };
    }

    /// <summary>What is wrong with a step to this reading; the parameters are those of <see cref="Next"/>.</summary>
    public EnergyFault Judge(double counterKwh, long atMs, double? powerW = null)
    {
        if (Counter is not { } last) return EnergyFault.None;
        var stepWh = (counterKwh - last) * 1000;
        var mostW = powerW is { } power ? Math.Clamp(power * Headroom, LeastPowerW, MostPowerW) : MostPowerW;
        var mostWh = (Math.Max(0, atMs - AtMs) / 3_600_000d * mostW) + CoarsestStepWh;
        if (stepWh >= 0 && stepWh <= mostWh) return EnergyFault.None;
        if (IsPowerOfTen(counterKwh, last)) return EnergyFault.Scale;
        return stepWh < 0 ? EnergyFault.Backward : EnergyFault.Jump;
    }

    internal static bool IsPowerOfTen(double now, double before)
    {
        if (now <= 0 || before <= 0) return false;
        var decades = Math.Log10(now / before);
        var whole = Math.Round(decades);
        return whole != 0 && Math.Abs(decades - whole) <= ScaleTolerance;
    }
}
