using Sems.Analysis.Anomalies;

namespace Sems.Analysis.Energy;

/// <summary>The power a bike draws, by one reading of its meter.</summary>
public static class DrawnPower
{
    /// <summary>W: as the meter sends it, or else current times voltage, the mains' where the meter has none to tell.</summary>
    /// <param name="powerW">W, or null when not sent.</param>
    /// <param name="currentA">A, or null before the first reading.</param>
    /// <param name="voltageV">V, or null when not sent.</param>
    public static double Of(double? powerW, double? currentA, double? voltageV) =>
        powerW ?? ((currentA ?? 0) * (voltageV is >= Limits.LeastVoltageV and var v ? v : Limits.MainsV));
}
