namespace Sems.Bench.Embedded;

/// <summary>A grain that does next to nothing, so that what is measured is the engine.</summary>
public interface ICounter : IGrainWithStringKey
{
    /// <summary>Adds one; finishes at once.</summary>
    Task<int> Increment();

    /// <summary>Adds one through another grain.</summary>
    /// <param name="other">The other grain.</param>
    Task<int> IncrementThrough(ICounter other);

    /// <summary>Adds one after a wait.</summary>
    Task<int> IncrementLater();
}
