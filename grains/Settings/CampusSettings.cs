using System.Collections.Frozen;
using Sems.Storage.Settings;

namespace Sems.Grains.Settings;

/// <summary>
/// The settings in force in this process: the stored ones over the configuration's, merged when they are read. Whoever asks gets them from
/// memory without a lock; a reading that fails leaves those of the last.
/// </summary>
public sealed class CampusSettings : ICampusSettings
{
    private readonly ISettingsReader _store;
    private readonly Lock _gate = new();
    private volatile Snapshot _now;

    private CampusSettings(ISettingsReader store, ChargingSettings defaults, Snapshot now) => (_store, Defaults, _now) = (store, defaults, now);

    /// <summary>The configuration's.</summary>
    public ChargingSettings Defaults { get; }

    /// <summary>Grows with every change.</summary>
    public long Revision => _now.Revision;

    /// <inheritdoc />
    public ChargingSettings Campus => _now.Campus;

    /// <inheritdoc />
    public ChargingSettings For(string group)
    {
        var now = _now;
        return now.Stations.GetValueOrDefault(group, now.Campus);
    }

    /// <summary>Reads them for the first time.</summary>
    /// <exception cref="Storage.StorageUnavailableException">They could not be read.</exception>
    /// <exception cref="FormatException">What is stored does not fit, by itself or with the configuration.</exception>
    public static async Task<CampusSettings> LoadAsync(ISettingsReader store, ChargingSettings defaults, CancellationToken cancel = default) =>
        new(store, defaults, Snapshot.Of(new SettingsBook(defaults, await store.ReadAllAsync(cancel).ConfigureAwait(false))));

    /// <summary>Reads them anew.</summary>
    /// <exception cref="Storage.StorageUnavailableException">They could not be read.</exception>
    /// <exception cref="FormatException">What is stored does not fit.</exception>
    public async Task RefreshAsync(CancellationToken cancel = default) => Take(Snapshot.Of(new SettingsBook(Defaults, await _store.ReadAllAsync(cancel))));

    /// <summary>Reads them anew if they were changed.</summary>
    /// <exception cref="Storage.StorageUnavailableException">They could not be read.</exception>
    /// <exception cref="FormatException">What is stored does not fit.</exception>
    public async Task RefreshIfChangedAsync(CancellationToken cancel = default)
    {
        if (await _store.ReadRevisionAsync(cancel) != Revision) await RefreshAsync(cancel);
    }

    /// <summary>An older reading never takes the place of a newer one.</summary>
    private void Take(Snapshot read)
    {
        lock (_gate)
            if (read.Revision > _now.Revision) _now = read;
    }

    private sealed record Snapshot(long Revision, ChargingSettings Campus, FrozenDictionary<string, ChargingSettings> Stations)
    {
        public static Snapshot Of(SettingsBook book)
        {
            var faults = book.Faults(SettingsBook.ScopeOf(null)).ToList();
            return faults.Count == 0
                ? new Snapshot(book.Revision, book.Campus, book.Stations.ToFrozenDictionary(g => g, g => book.For(SettingsBook.ScopeOf(g)), StringComparer.Ordinal))
                : throw new FormatException($"the settings do not agree: {string.Join("; ", faults.Select(f => SettingsFaultWords.English(f.Field, f)))}");
        }
    }
}
