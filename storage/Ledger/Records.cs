namespace Sems.Storage.Ledger;

/// <summary>What a charge is doing, as kept in the ledger.</summary>
public enum ChargeStatus
{
    /// <summary>Intended, not yet open: undone unless the meter knows it.</summary>
    Starting = 0,

    /// <summary>充电中.</summary>
    Charging = 1,

    /// <summary>已充满, still plugged in.</summary>
    Low = 2,

    /// <summary>已暂停.</summary>
    Paused = 3,

    /// <summary>Ended and billed.</summary>
    Ended = 4,
}

/// <summary>A charge that begins.</summary>
/// <param name="TariffJson">The tariff copied into the charge.</param>
public sealed record ChargeStart(
    long ChargeId, string Group, string Ammeter, string StudentNumber, string CardNumber, DateTimeOffset StartedAt, string TariffJson);

/// <summary>A charge that ends.</summary>
/// <param name="EnergyWh">Measured energy, Wh, or null when nothing was measured.</param>
/// <param name="Fen">The bill, fen, not negative.</param>
/// <param name="Reason">Why it ended: student, released, ….</param>
/// <param name="FullAt">When it was seen full, or null.</param>
/// <param name="EnergyFaults">What was wrong with the energy counter; null where it was not counted.</param>
public sealed record ChargeEnd(
    long ChargeId, string StudentNumber, DateTimeOffset EndedAt, long Samples, double? EnergyWh, long Fen, string Reason, DateTimeOffset? FullAt,
    EnergyFaultCounts? EnergyFaults = null);

/// <summary>A charge as kept, with its bill when it has ended.</summary>
public sealed record ChargeRecord(
    long ChargeId, string Group, string Ammeter, string StudentNumber, string CardNumber, ChargeStatus Status,
    DateTimeOffset StartedAt, DateTimeOffset? EndedAt, DateTimeOffset? FullAt, long? Samples, double? EnergyWh, string? Reason,
    string TariffJson, BillRecord? Bill, EnergyFaultCounts? EnergyFaults = null);

/// <summary>Which charges to list, and in what order; null means any.</summary>
/// <param name="From">Started then or later.</param>
/// <param name="To">Started before then.</param>
/// <param name="MinFen">Billed so much or more, fen: charges that have ended.</param>
/// <param name="MaxFen">Billed so much or less, fen.</param>
/// <param name="Sort">What a charge has not yet counts as the least.</param>
/// <param name="Descending">The latest, or the greatest, first.</param>
public sealed record ChargeFilter(
    string? Group = null, string? Ammeter = null, string? StudentNumber = null, IReadOnlyList<ChargeStatus>? Statuses = null,
    DateTimeOffset? From = null, DateTimeOffset? To = null, long? MinFen = null, long? MaxFen = null, ChargeSort Sort = ChargeSort.StartedAt,
    bool Descending = true);

/// <summary>What charges are sorted by.</summary>
public enum ChargeSort
{
    /// <summary>When it started.</summary>
    StartedAt,

    /// <summary>When it ended.</summary>
    EndedAt,

    /// <summary>What it cost.</summary>
    Fen,

    /// <summary>What it took.</summary>
    EnergyKwh,
}

/// <summary>A charge that has not ended.</summary>
public sealed record OpenCharge(long ChargeId, string Group, string Ammeter, string StudentNumber, ChargeStatus Status);

/// <summary>A page of a list and the whole list's length.</summary>
/// <param name="Items">The page.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Capped">There are more than <paramref name="Total"/>: counting stopped, and there are no pages beyond.</param>
/// <param name="Sum">What those that were counted come to, for lists of money; fen.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, long Total, bool Capped = false, long Sum = 0)
{
    /// <summary>So far the lists of the ledger are counted.</summary>
    public const long MostCounted = 100_000;
}

/// <summary>Sums over the ledger; fen. Charges still starting are not counted.</summary>
public sealed record LedgerTotals(long OpenCharges, long EndedCharges, long Bills, long BillsFen, long UnpaidFen, double EnergyWh);
