namespace Sems.GrainInterfaces;

/// <summary>Sends a share of the outbox's pushes, one at a time; see <see cref="PushShards"/> for its keys.</summary>
[Alias("sems.IPushGrain")]
public interface IPushGrain : IGrainWithStringKey
{
    /// <summary>There may be something to send. Answers at once; sending is the grain's own affair.</summary>
    [Alias("Wake"), AlwaysInterleave]
    Task Wake();

    /// <summary>Sends a dead or undeliverable push anew, its tries counted from the beginning.</summary>
    /// <param name="pushId">Which; one of this grain's share.</param>
    /// <param name="by">Who wants it.</param>
    /// <returns>False when the push is neither dead nor undeliverable.</returns>
    [Alias("Retry"), AlwaysInterleave]
    Task<bool> Retry(long pushId, string by);
}
