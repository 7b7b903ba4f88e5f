namespace Sems.GrainInterfaces;

/// <summary>Speaks for the silo it lives in.</summary>
[Alias("sems.ISiloGrain")]
public interface ISiloGrain : IGrainWithStringKey
{
    /// <summary>The key, where there is one silo.</summary>
    const string Key = "silo";

    /// <summary>Null when the silo is ready for work, else why not.</summary>
    [Alias("WhyNotReady"), AlwaysInterleave, ReadOnly]
    Task<string?> WhyNotReady();
}
