namespace Sems.Analysis.Plots;

/// <summary>Where things are on the page: A4 across, 297 × 210 mm in units of a quarter of a millimetre or so.</summary>
internal sealed record PlotFrame(long FromMs, long ToMs, double Top, double Bottom)
{
    public const double Width = 1188;
    public const double Height = 840;
    public const double Left = 76;
    public const double Right = 1148;

    public double X(long atMs) => Left + ((Right - Left) * (atMs - FromMs) / Math.Max(1, ToMs - FromMs));
}
