namespace Sems.Storage.Curves;

/// <summary>Samples of charges, to be read; from any thread. A read that fails throws <see cref="StorageUnavailableException"/>.</summary>
public interface ICurveReader
{
    /// <summary>The samples of a charge, open or ended, ordered by <see cref="Sample.AtMs"/>, then by arrival.</summary>
    Task<IReadOnlyList<Sample>> ReadAsync(long chargeId, CancellationToken cancel = default);

    /// <summary>
    /// The latest samples of an open charge, in order of arrival: those that are in no sealed chunk yet, which takes little to read. None when all are
    /// sealed, or the charge has ended.
    /// </summary>
    Task<IReadOnlyList<Sample>> UnsealedAsync(long chargeId, CancellationToken cancel = default);

    /// <summary>Samples stored since this database was made.</summary>
    ValueTask<long> SampleCountAsync(CancellationToken cancel = default);
}
