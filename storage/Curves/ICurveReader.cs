namespace Sems.Storage.Curves;

/// <summary>Samples of charges, to be read; from any thread. A read that fails throws <see cref="StorageUnavailableException"/>.</summary>
public interface ICurveReader
{
    /// <summary>The samples of a charge, open or ended, ordered by <see cref="Sample.AtMs"/>, then by arrival.</summary>
    Task<IReadOnlyList<Sample>> ReadAsync(long chargeId, CancellationToken cancel = default);

    /// <summary>Samples stored since this database was made.</summary>
    ValueTask<long> SampleCountAsync(CancellationToken cancel = default);
}
