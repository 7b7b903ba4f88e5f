namespace Sems.Analysis.Energy;

/// <summary>A reading of an energy counter: its place in the curve, and what it shows (kWh, or whatever it counts in).</summary>
internal readonly record struct CounterReading(int Index, double Value);

/// <summary>Readings of a counter that follow each other without a break, at least two but for one alone.</summary>
internal sealed class CounterRun(IReadOnlyList<CounterReading> readings)
{
    public IReadOnlyList<CounterReading> Readings { get; } = readings;

    public CounterReading First => Readings[0];

    public CounterReading Last => Readings[^1];
}
