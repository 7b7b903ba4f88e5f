namespace Sems.Storage.Analysis;

/// <summary>
/// What curves say. A charge that ends is due; it is learnt in at most two transactions, each of which has its effect once: what its curve says with
/// what its battery learnt, then what the model of its brand learnt.
/// </summary>
public interface IAnalysisStore : IAnalysisReader
{
    /// <summary>Keeps what the student said was left when a charge began, percent; null takes it back.</summary>
    Task SayLeftAsync(long chargeId, double? percent);

    /// <summary>Keeps what a curve says and, with it, what its battery learnt. Without a model to tell the charge is not due any more.</summary>
    /// <param name="analysis">What it says.</param>
    /// <param name="studentNumber">Whose the charge was when it was read.</param>
    /// <param name="battery">The battery afterwards, with the revision it was read with; null when none learns.</param>
    Task<LearnOutcome> LearnAsync(ChargeAnalysis analysis, string studentNumber, BatteryRecord? battery);

    /// <summary>Keeps what a model learnt from a charge, which is not due any more.</summary>
    /// <param name="chargeId">The charge.</param>
    /// <param name="model">The model afterwards, with the revision it was read with; null when it learns nothing of this one.</param>
    Task<LearnOutcome> LearnAsync(long chargeId, BrandModelRecord? model);

    /// <summary>What was analysed by an earlier version is due again; so many at most.</summary>
    /// <returns>How many became due.</returns>
    Task<int> QueueOlderAsync(int version, int most);
}

/// <summary>What came of learning.</summary>
public enum LearnOutcome
{
    /// <summary>It is kept.</summary>
    Learnt,

    /// <summary>It had been learnt before; nothing was changed.</summary>
    Known,

    /// <summary>Something else was changed since it was read; nothing was changed.</summary>
    Stale,
}
