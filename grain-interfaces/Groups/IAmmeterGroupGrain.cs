using System.Collections.Immutable;

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

    /// <summary>The station, now, with what each of its meters says of itself; null when there is no such station.</summary>
    [Alias("Meters"), AlwaysInterleave, ReadOnly]
    Task<StationMeters?> Meters();

    /// <summary>Does what is due: raises the alarm of a station that does not poll.</summary>
    /// <returns>When to call again, if it does not poll before; null for no need until it polls.</returns>
    [Alias("Tend")]
    Task<DateTimeOffset?> Tend();

    /// <summary>Adds a meter to the station, or renames it.</summary>
    [Alias("RegisterAmmeter")]
    Task<Refusal> RegisterAmmeter(string ammeter, string name);

    /// <summary>Takes a meter out of service; refused while it has an open session.</summary>
    [Alias("RemoveAmmeter")]
    Task<Refusal> RemoveAmmeter(string ammeter);

    /// <summary>Adds the station: name, latitude and longitude.</summary>
    [Alias("Create")]
    Task<RegistryRefusal> Create(ImmutableArray<FieldEdit> fields, string by);

    /// <summary>Changes name or place; fields that are not named stay.</summary>
    [Alias("Edit")]
    Task<RegistryRefusal> Edit(ImmutableArray<FieldEdit> fields, string by);

    /// <summary>Takes the station out of service, as if it were not there; refused while something charges. Again is done already.</summary>
    [Alias("Retire")]
    Task<RegistryRefusal> Retire(string by);

    /// <summary>Puts it into service again, with its meters and its key.</summary>
    [Alias("Restore")]
    Task<RegistryRefusal> Restore(string by);

    /// <summary>Adds a meter; it is in the next poll's map.</summary>
    [Alias("AddAmmeter")]
    Task<RegistryRefusal> AddAmmeter(string ammeter, string name, string by);

    /// <summary>Renames a meter.</summary>
    [Alias("RenameAmmeter")]
    Task<RegistryRefusal> RenameAmmeter(string ammeter, string name, string by);

    /// <summary>Takes a meter out of service; refused while something charges there.</summary>
    [Alias("TakeOutAmmeter")]
    Task<RegistryRefusal> TakeOutAmmeter(string ammeter, string by);

    /// <summary>Rows of the station or of its meters changed in the registry: they are read anew.</summary>
    [Alias("Forget")]
    Task Forget();

    /// <summary>Gives the station a new random key, its first or in place of the one it has.</summary>
    /// <param name="overlap">For so long the keys before are good as well; zero for not at all, null for the setting's.</param>
    /// <param name="by">Who wants it.</param>
    [Alias("RotateKey")]
    Task<StationKeyAnswer> RotateKey(TimeSpan? overlap, string by);

    /// <summary>Takes the station's key away, and those before it: it may call without one again.</summary>
    /// <param name="by">Who wants it.</param>
    [Alias("ClearKey")]
    Task<Refusal> ClearKey(string by);
}
