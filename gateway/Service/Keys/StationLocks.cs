using Microsoft.Extensions.Primitives;
using Sems.Grains.Groups;
using Sems.Storage.Registry;

namespace Sems.Gateway.Service.Keys;

/// <summary>Which stations need a key and which keys open them, as of one moment.</summary>
public sealed class StationLocks
{
    private readonly bool _required;
    private readonly TimeProvider _time;
    private readonly Dictionary<string, AcceptedKey[]?> _stations = new(StringComparer.Ordinal); // null: it has no key
    private readonly ILookup<ulong, AcceptedKey> _all;

    /// <summary>Of what the registry says.</summary>
    /// <param name="stations">Every station.</param>
    /// <param name="required">Refuse stations that have no key.</param>
    /// <param name="time">The campus's clock.</param>
    public StationLocks(IEnumerable<StationKeys> stations, bool required, TimeProvider time)
    {
        (_required, _time) = (required, time);
        foreach (var station in stations)
        {
            _stations[station.Group] = station.Hash is { } hash ? [.. Accepted(hash, station.Former)] : null;
            if (station.Hash is not null) WithKey++;
        }
        _all = _stations.Values.OfType<AcceptedKey[]>().SelectMany(k => k).ToLookup(k => k.Head);
    }

    /// <summary>Stations that have a key.</summary>
    public int WithKey { get; }

    /// <summary>Stations that have none.</summary>
    public int WithoutKey => _stations.Count - WithKey;

    /// <summary>
    /// Whether a call may be made with what it shows as its key. On a campus that has keys, a station that does not exist is refused
    /// like one whose key is wrong.
    /// </summary>
    /// <param name="group">The station the call names; null for one that names none, which any station's key opens.</param>
    /// <param name="shown">The header, as often as it was sent.</param>
    public bool Opens(string? group, in StringValues shown)
    {
        if (!NeedsKey(group, out var ofStation)) return true;
        if (shown.Count != 1 || shown.ToString() is not { Length: > 0 } key) return false;

        Span<byte> hash = stackalloc byte[StationKey.HashBytes];
        StationKey.Hash(key, hash);
        var candidates = group is null ? _all[AcceptedKey.HeadOf(hash)] : ofStation ?? [];
        foreach (var candidate in candidates)
        {
            if (candidate.Fits(hash, _time)) return true;
        }
        return false;
    }

    private static IEnumerable<AcceptedKey> Accepted(string hash, IEnumerable<FormerStationKey> former) =>
        former.Select(f => AcceptedKey.Of(f.Hash, f.Until)).Prepend(AcceptedKey.Of(hash, null)).OfType<AcceptedKey>();

    private bool NeedsKey(string? group, out AcceptedKey[]? ofStation)
    {
        ofStation = null;
        if (group is null) return _required || (WithKey > 0 && WithoutKey == 0);
        return _stations.TryGetValue(group, out ofStation) ? _required || ofStation is not null : _required || WithKey > 0;
    }
}
