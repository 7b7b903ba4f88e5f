namespace Sems.GrainInterfaces;

/// <summary>One charging station; the key is its number.</summary>
[Alias("sems.IAmmeterGroupGrain")]
public interface IAmmeterGroupGrain : IGrainWithStringKey
{
    /// <summary>The station's poll: notes that it is alive and answers the whole map.</summary>
    [Alias("AmmeterControl")]
    Task<ControlMap> AmmeterControl();

    /// <summary>A meter's state changed.</summary>
    [Alias("Report"), AlwaysInterleave]
    Task Report(AmmeterReport report);

    /// <summary>Whether a poll has carried this version (or a later one) of the meter's level to the station.</summary>
    [Alias("Carried"), AlwaysInterleave, ReadOnly]
    Task<bool> Carried(string ammeter, long version);

    /// <summary>The station, now; null when there is no such station.</summary>
    [Alias("Overview"), AlwaysInterleave, ReadOnly]
    Task<GroupOverview?> Overview();

    /// <summary>Adds a meter to the station, or renames it.</summary>
    [Alias("RegisterAmmeter")]
    Task<Refusal> RegisterAmmeter(string ammeter, string name);

    /// <summary>Takes a meter out of service; refused while it has an open session.</summary>
    [Alias("RemoveAmmeter")]
    Task<Refusal> RemoveAmmeter(string ammeter);
}
