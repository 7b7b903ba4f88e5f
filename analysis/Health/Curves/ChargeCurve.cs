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
/// <param name="TailNoise">How far off the end may be: the charge of a tail that was cut off and had to be guessed.</param>
/// <param name="TemperatureC">At the end, °C; NaN when not measured.</param>
public sealed record ChargeCurve(double[] Remaining, double Charge, bool SawStart, double StartDepth, double RestDepth, double TailNoise, double TemperatureC);
