namespace Sems.Storage.Settings;

/// <summary>Settings made at run time, to be read; from any thread. A read that fails throws <see cref="StorageUnavailableException"/>.</summary>
public interface ISettingsReader
{
    /// <summary>Every scope that anything was ever set for.</summary>
    Task<IReadOnlyList<StoredSettings>> ReadAllAsync(CancellationToken cancel = default);

    /// <summary>The sum of all versions, 0 for none: it grows with every change of any scope, and is cheap to read.</summary>
    Task<long> ReadRevisionAsync(CancellationToken cancel = default);
}
