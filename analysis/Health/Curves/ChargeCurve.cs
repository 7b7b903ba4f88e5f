namespace Sems.Analysis.Health.Curves;

/// <summary>
/// A charge as the filter takes it, in the battery's own measures: charge as a share of the rated capacity, voltage of a cell below that of the
/// constant-voltage phase. What is not known is NaN.
/// </summary>
/// <param name="Remaining">For each of <see cref="CurveGrid.Depths"/>, the charge from there to the end; NaN where it was not seen.</param>
/// <param name="Charge">All the charge that was seen.</param>
/// <param name="SawStart">The readings begin before the current does.</param>
/// <param name="StartDepth">Where the constant current was first seen, V below the full voltage of a cell; NaN without voltages.</param>
/// <param name="RestDepth">The voltage before the current began, V below the full voltage of a cell; NaN when it was not seen.</param>
/// <param name="End">The current at the end, share of the constant one.</param>
/// <param name="TailCharge">Charge by which the falling current fell from twice <paramref name="End"/> to it: what a longer tail would have brought.</param>
/// <param name="TemperatureC">At the end, °C; NaN when not measured.</param>
public sealed record ChargeCurve(
    double[] Remaining, double Charge, bool SawStart, double StartDepth, double RestDepth, double End, double TailCharge, double TemperatureC)
{
    /// <summary>The charge as it would have been, had it gone on down to another end (share of the constant current).</summary>
    /// <param name="end">That end; nothing changes when this charge came as far.</param>
    /// <returns>The curve, and the charge that was added.</returns>
    public (ChargeCurve Curve, double Added) CompletedTo(double end)
    {
        // at constant voltage dQ = −τ dI: the charge per fall of the current is that of the last stretch
        var added = End > end ? TailCharge / (Math.Min(1, 2 * End) - End) * (End - end) : 0;
        return added > 0 ? (this with { Remaining = [.. Remaining.Select(r => r + added)], Charge = Charge + added }, added) : (this, 0);
    }
}
