namespace Sems.Storage.Decisions;

/// <summary>What rules decided, to be read; from any thread. A read that fails throws <see cref="StorageUnavailableException"/>.</summary>
public interface IDecisionsReader
{
    /// <summary>The decisions of a charge, by number.</summary>
    Task<IReadOnlyList<DecisionRecord>> OfChargeAsync(long chargeId, CancellationToken cancel = default);
}
