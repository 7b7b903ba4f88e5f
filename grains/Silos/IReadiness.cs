namespace Sems.Grains.Silos;

/// <summary>Whether this process should be given work.</summary>
public interface IReadiness
{
    /// <summary>No more work, please.</summary>
    void Stopping();

    /// <summary>Null when ready, else why not.</summary>
    Task<string?> WhyNotAsync(CancellationToken cancel);
}
