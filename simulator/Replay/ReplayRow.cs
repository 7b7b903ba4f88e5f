namespace Sems.Simulator.Replay;

/// <summary>One recorded sample; the numbers as the file writes them.</summary>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="Time">Unix seconds of the station that recorded it.</param>
/// <param name="CurrentA">A.</param>
/// <param name="Energy">The meter's counter.</param>
/// <param name="VoltageV">V; null when not recorded.</param>
/// <param name="PowerW">W; null when not recorded.</param>
public sealed record ReplayRow(int Line, string Time, string CurrentA, string Energy, string? VoltageV, string? PowerW)
{
    /// <summary>The time as a number, Unix seconds.</summary>
    public decimal TimeS { get; } = ReplayNumber.Parse(Time);
}
