namespace Sems.Storage.Ledger.Lists;

/// <summary>Where in a list a row stands: lists go on behind it, whatever was added meanwhile.</summary>
/// <param name="Key">What the list is sorted by.</param>
/// <param name="ChargeId">Of rows with the same key.</param>
internal readonly record struct ListPlace(object? Key, long ChargeId);
