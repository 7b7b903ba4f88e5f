namespace Sems.Storage.Curves;

/// <summary>Samples of charges: a journal for what is fresh, sealed chunks for the rest.</summary>
public interface ICurveStore : ICurveReader
{
    /// <summary>
    /// Stores a sample of an open charge; completes when it is durable (many waiting samples share one transaction).
    /// The caller has made sure by <see cref="ContainsAsync"/>, or by the order of times, that it is not there yet, and
    /// appends the samples of one charge one after the other.
    /// </summary>
    /// <exception cref="StorageUnavailableException">It is not stored.</exception>
    ValueTask AppendAsync(long chargeId, in Sample sample);

    /// <summary>Whether a sample of this very <see cref="Sample.Time"/> is stored for the charge.</summary>
    ValueTask<bool> ContainsAsync(long chargeId, double time, CancellationToken cancel = default);
}
