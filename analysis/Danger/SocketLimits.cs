namespace Sems.Analysis.Danger;

/// <summary>What a socket may carry, for charges that are looked at without a campus' settings.</summary>
/// <param name="OverCurrentA">A.</param>
/// <param name="OverVoltageV">V.</param>
/// <param name="UnderVoltageV">V.</param>
/// <param name="OverPowerW">W.</param>
/// <param name="StrayCurrentA">A, though the switch is meant to be open.</param>
/// <param name="Samples">So many readings in a row; twice as many for stray current, since a switch may take a while.</param>
public sealed record SocketLimits(
    double OverCurrentA = 10, double OverVoltageV = 253, double UnderVoltageV = 187, double OverPowerW = 2000, double StrayCurrentA = 0.3, int Samples = 3)
{
    /// <summary>The defaults of the rules.</summary>
    public static readonly SocketLimits Default = new();
}
