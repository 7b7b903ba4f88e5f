namespace Sems.Storage.Settings;

/// <summary>Settings made at run time.</summary>
public interface ISettingsStore : ISettingsReader
{
    /// <summary>
    /// Makes a change, with a row of the audit log in the same transaction; durable when the task completes. What is set already is not set again,
    /// on whatever version: a repeated change is done once.
    /// </summary>
    /// <exception cref="StorageUnavailableException">It was not made.</exception>
    Task<SettingsOutcome> SaveAsync(SettingsChange change);
}
