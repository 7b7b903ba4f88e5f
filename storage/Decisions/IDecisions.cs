namespace Sems.Storage.Decisions;

/// <summary>What rules decided.</summary>
public interface IDecisions : IDecisionsReader
{
    /// <summary>Keeps a decision; one of this charge and number that is there already stays as it is. Durable when the task completes.</summary>
    /// <exception cref="StorageUnavailableException">It was not kept.</exception>
    Task AddAsync(DecisionRecord decision);
}
