namespace Sems.Analysis.Batteries;

/// <summary>A reading of the meter, as the gauge takes it.</summary>
/// <param name="AtMs">Unix ms.</param>
/// <param name="CurrentA">A, not negative.</param>
/// <param name="CounterKwh">The meter's energy counter, kWh.</param>
/// <param name="VoltageV">V, or null when not sent.</param>
/// <param name="PowerW">W, or null when not sent.</param>
/// <param name="Powered">The switch was meant to be closed.</param>
public readonly record struct MeterReading(long AtMs, double CurrentA, double CounterKwh, double? VoltageV, double? PowerW, bool Powered);

/// <summary>A time in which the current fell, as shares of the constant current.</summary>
/// <param name="BeginMs">When it was sure that the current falls, Unix ms.</param>
/// <param name="BeginWh">Energy from the mains by then, Wh.</param>
/// <param name="BeginShare">The current then, 0 to 1.</param>
/// <param name="LowestMs">When it was lowest, Unix ms.</param>
/// <param name="LowestShare">The lowest it has been, 0 to 1.</param>
/// <param name="EndWh">Energy by the time the current was constant again; null while it is not.</param>
public sealed record TaperSpan(long BeginMs, double BeginWh, double BeginShare, long LowestMs, double LowestShare, double? EndWh);

/// <summary>How a charge went so far.</summary>
/// <param name="EnergyWh">Energy from the mains, Wh.</param>
/// <param name="LevelA">The constant current: the highest there was, A; 0 before it is known.</param>
/// <param name="PowerW">The mean power at constant current, W; null before it is known.</param>
/// <param name="Tapers">The times in which the current fell, in order; a battery has one.</param>
public sealed record ChargeCourse(double EnergyWh, double LevelA, double? PowerW, IReadOnlyList<TaperSpan> Tapers)
{
    /// <summary>Nothing was measured.</summary>
    public static readonly ChargeCourse None = new(0, 0, null, []);

    /// <summary>The current is falling.</summary>
    public bool IsTapering => Tapers.Count > 0 && Tapers[^1].EndWh is null;
}
