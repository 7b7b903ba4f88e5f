namespace Sems.Storage.Registry;

/// <summary>The keys a station may show, as hashes.</summary>
/// <param name="Group">The station.</param>
/// <param name="Hash">Hash of its key, or null when it has none.</param>
/// <param name="Former">Keys it had before, also those whose time is over.</param>
public sealed record StationKeys(string Group, string? Hash, IReadOnlyList<FormerStationKey> Former);

/// <summary>A key that was replaced.</summary>
/// <param name="Hash">Its hash.</param>
/// <param name="Until">It is good until then.</param>
public sealed record FormerStationKey(string Hash, DateTimeOffset Until);
