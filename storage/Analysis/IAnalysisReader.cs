using Sems.Storage.Ledger;

namespace Sems.Storage.Analysis;

/// <summary>What curves say, to be read; from any thread. A read that fails throws <see cref="StorageUnavailableException"/>.</summary>
public interface IAnalysisReader
{
    /// <summary>What a charge's curve says; null when it was not analysed yet.</summary>
    Task<ChargeAnalysis?> FindAsync(long chargeId, CancellationToken cancel = default);

    /// <summary>What the student said was left when a charge began, percent; null when nothing was said.</summary>
    Task<double?> FindLeftAsync(long chargeId, CancellationToken cancel = default);

    /// <summary>The student's battery in use; null when there is none.</summary>
    Task<BatteryRecord?> FindBatteryAsync(string studentNumber, CancellationToken cancel = default);

    /// <summary>One of the student's batteries; null when there is none.</summary>
    Task<BatteryRecord?> FindBatteryAsync(string studentNumber, int number, CancellationToken cancel = default);

    /// <summary>A page of the batteries in use. Pages count from 1.</summary>
    Task<Page<BatteryRecord>> BatteriesAsync(BatteryFilter filter, int page, int pageSize, CancellationToken cancel = default);

    /// <summary>All batteries in use.</summary>
    Task<BatterySummary> SummaryAsync(CancellationToken cancel = default);

    /// <summary>The models there are, by brand and model.</summary>
    Task<IReadOnlyList<BrandModelRecord>> ModelsAsync(CancellationToken cancel = default);

    /// <summary>A model; null when there is none.</summary>
    Task<BrandModelRecord?> FindModelAsync(string key, CancellationToken cancel = default);

    /// <summary>The charges that wait, in turn: those that ended since, then those of before.</summary>
    Task<IReadOnlyList<DueCharge>> DueAsync(int most, CancellationToken cancel = default);
}
