using Sems.Simulator.Bikes;
using Sems.Simulator.Wire;

namespace Sems.Simulator.Stations;

/// <summary>A socket with its meter, as its station sees it. Used by the station's loop only.</summary>
/// <param name="number">The meter's number.</param>
/// <param name="register">Its energy counter.</param>
/// <param name="faults">What befalls its samples.</param>
public sealed class Meter(string number, EnergyRegister register, SampleFaults faults)
{
    /// <summary>The meter's number.</summary>
    public string Number => number;

    /// <summary>Its energy counter.</summary>
    public EnergyRegister Register => register;

    /// <summary>What befalls its samples.</summary>
    public SampleFaults Faults => faults;

    /// <summary>Its requests, in order.</summary>
    public Lane Lane { get; } = new();

    /// <summary>What the last poll said; a meter nobody polled yet is taken for free.</summary>
    public ControlValue Control { get; set; } = ControlValue.Released;

    /// <summary>The open session.</summary>
    public ChargingSession? Session { get; set; }

    /// <summary>Whether a student stands there (swiping, or trying it beside another one).</summary>
    public bool Reserved { get; set; }

    /// <summary>Starts and ends queued or on their way.</summary>
    public int Transitions { get; set; }

    /// <summary>The engine's stamp of the last answered start or end.</summary>
    public long ChangedStamp { get; set; }

    /// <summary>Whether current flows to a bike.</summary>
    public bool IsOn => Session is { Released: false } && Control is ControlValue.On;

    /// <summary>Whether a student may take it: nobody is there, and the server does not hold it for somebody else.</summary>
    public bool IsFree => Session is null && !Reserved && Transitions == 0 && (Control is ControlValue.Released or ControlValue.Locked);
}
