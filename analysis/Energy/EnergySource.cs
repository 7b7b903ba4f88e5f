namespace Sems.Analysis.Energy;

/// <summary>What a charge's energy is known from, for the most part.</summary>
public enum EnergySource
{
    /// <summary>The meter's energy counter.</summary>
    Counter,

    /// <summary>The power the meter sent.</summary>
    Power,

    /// <summary>Current times voltage; on the mains with an assumed power factor, without a voltage with the nominal one.</summary>
    CurrentVoltage,
}
