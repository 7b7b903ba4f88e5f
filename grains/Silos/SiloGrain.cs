using Sems.GrainInterfaces;

namespace Sems.Grains.Silos;

/// <summary>The silo, for gateways that live elsewhere.</summary>
public sealed class SiloGrain(IReadiness readiness) : Grain, ISiloGrain
{
    /// <inheritdoc />
    public Task<string?> WhyNotReady() => readiness.WhyNotAsync(CancellationToken.None);
}
