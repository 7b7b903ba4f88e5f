namespace Sems.GrainInterfaces;

/// <summary>Looks after what is to be learnt anew; there is one, its key is <see cref="Key"/>.</summary>
[Alias("sems.ILearningGrain")]
public interface ILearningGrain : IGrainWithStringKey
{
    /// <summary>The one there is.</summary>
    const string Key = "campus";

    /// <summary>Charges that an earlier version analysed are due again, a bounded number of them.</summary>
    /// <returns>How many became due.</returns>
    [Alias("LearnAnew")]
    Task<int> LearnAnew();
}
