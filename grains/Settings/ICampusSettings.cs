namespace Sems.Grains.Settings;

/// <summary>The rules in force, at this moment, in this process; from memory, on any thread. Ask anew for each use.</summary>
public interface ICampusSettings
{
    /// <summary>The campus's own.</summary>
    ChargingSettings Campus { get; }

    /// <summary>A station's: the campus's, but for what is set apart for the station.</summary>
    ChargingSettings For(string group);
}
