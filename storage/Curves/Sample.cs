namespace Sems.Storage.Curves;

/// <summary>One reading of a meter during a charge.</summary>
/// <param name="Time">The station's clock, Unix seconds, exactly as sent (server time where it sent none).</param>
/// <param name="AtMs">Where the sample lies on the server's clock, Unix ms: what rules and order go by.</param>
/// <param name="CurrentA">A, 0–100.</param>
/// <param name="Energy">The meter's energy counter, as sent, 0–1e9.</param>
/// <param name="VoltageV">V, 0–500, or null when not sent.</param>
/// <param name="PowerW">W, 0–20 000, or null when not sent.</param>
/// <param name="Marks">What is odd about it.</param>
public readonly record struct Sample(
    double Time, long AtMs, double CurrentA, double Energy, double? VoltageV, double? PowerW, SampleMarks Marks = SampleMarks.None);

/// <summary>What is odd about a sample that was kept all the same.</summary>
[Flags]
public enum SampleMarks : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The station's clock leapt; the sample is placed by its arrival.</summary>
    ClockLeap = 1,

    /// <summary>It came after a later one.</summary>
    Late = 2,

    /// <summary>The station sent no time.</summary>
    NoClock = 4,

    /// <summary>It came while the switch was meant to be open, or was not closed again yet.</summary>
    SwitchedOff = 8,
}
