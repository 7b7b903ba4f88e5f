namespace Sems.Analysis.Anomalies;

/// <summary>Whether one reading is beyond a limit; null when it says nothing about it.</summary>
public static class Limits
{
    /// <summary>V; less is no reading of the mains: the meter has no voltage to tell.</summary>
    public const double LeastVoltageV = 1;

    /// <summary>V; the mains in China.</summary>
    public const double MainsV = 220;

    /// <summary>More current than a socket may carry, A.</summary>
    public static bool? OverCurrent(double currentA, double limit) => currentA > limit;

    /// <summary>The mains are too high, V.</summary>
    public static bool? OverVoltage(double? voltageV, double limit) => Read(voltageV) is { } v ? v > limit : null;

    /// <summary>The mains are too low, V.</summary>
    public static bool? UnderVoltage(double? voltageV, double limit) => Read(voltageV) is { } v ? v < limit : null;

    /// <summary>More power than a socket may deliver, W: as measured, or current (A) times voltage (V).</summary>
    public static bool? OverPower(double? powerW, double currentA, double? voltageV, double limit) =>
        Power(powerW, currentA, voltageV) is { } p ? p > limit : null;

    /// <summary>The power of a reading, W: as measured, or current times voltage; null when neither can be had.</summary>
    public static double? Power(double? powerW, double currentA, double? voltageV) => powerW ?? (currentA * Read(voltageV));

    /// <summary>Current (A) although the switch is meant to be open.</summary>
    public static bool? StrayCurrent(double currentA, bool switchedOff, double limit) => switchedOff && currentA >= limit;

    private static double? Read(double? voltageV) => voltageV >= LeastVoltageV ? voltageV : null;
}
