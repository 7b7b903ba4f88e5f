namespace Sems.Bench.Load;

/// <summary>When some load ends: after a time, or when each connection has made so many passes.</summary>
/// <param name="Ramp">Not measured, first.</param>
/// <param name="Window">Measured, then.</param>
/// <param name="Passes">Ends when every walk has come to this many passes.</param>
public readonly record struct LoadLimit(TimeSpan Ramp, TimeSpan Window, int Passes)
{
    /// <summary>For a time.</summary>
    public static LoadLimit For(TimeSpan ramp, TimeSpan window) => new(ramp, window, int.MaxValue);

    /// <summary>Until every meter's turn has come so often, however long it takes.</summary>
    public static LoadLimit Through(int passes) => new(TimeSpan.Zero, TimeSpan.FromHours(1), passes);
}
