using Sems.GrainInterfaces;
using Sems.Storage;

namespace Sems.Grains.Analysis;

/// <summary>Has charges learnt anew when a newer version can tell more of them.</summary>
public sealed class LearningGrain(IDatabase database) : Grain, ILearningGrain
{
    private const int AtOnce = 500;

    /// <inheritdoc />
    public Task<int> LearnAnew() => database.Analysis.QueueOlderAsync(AnalysisVersion.Current, AtOnce);
}
