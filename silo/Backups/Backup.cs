using System.Reflection;
using Sems.Storage;

namespace Sems.Silo.Backups;

/// <summary>
/// Takes a backup of a data directory, whether a SEMS runs on it or not: the databases as they were at one moment, the settings, the
/// engine's name and the cookie keys. It has the layout of a data directory, so that it can be checked as one.
/// </summary>
public static class Backup
{
    private const string Suffix = ".partial";

    /// <summary>Takes it.</summary>
    /// <param name="data">The data directory.</param>
    /// <param name="target">Where the backup appears when it is whole: missing or empty.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancel">Stops it; then there is no backup.</param>
    /// <exception cref="BackupException">The target is not free.</exception>
    /// <exception cref="DataDirectoryException">There is no data directory of SEMS.</exception>
    /// <exception cref="StorageUnavailableException">The databases cannot be read, or not be written there.</exception>
    public static BackupManifest Take(string data, string target, IProgress<StepProgress>? progress = null, CancellationToken cancel = default)
    {
        var directory = DataDirectory.Inspect(data);
        var engine = directory.Made()!;
        target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(target));
        if (File.Exists(target) || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any()))
            throw new BackupException($"{target} is not empty: name a directory that is to be made");

        using var staging = Staging.Begin(target, Suffix);
        var (takenAt, schema) = CopyDatabases(directory, staging.Path, progress, cancel);
        var files = new List<BackupFile>();
        foreach (var copy in Directory.GetFiles(staging.Path, "*.db").Order(StringComparer.Ordinal))
            files.Add(staging.Seal(Path.GetFileName(copy), progress, cancel));
        foreach (var file in Others(directory)) files.Add(staging.Take(Path.Combine(directory.Path, file), file, progress, cancel));
        var manifest = new BackupManifest(BackupManifest.KnownFormat, takenAt, Version, schema, engine, files);
        manifest.WriteTo(staging.Path);
        staging.Publish(target);
        return manifest;
    }

    private static string Version => typeof(Backup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    private static (DateTimeOffset TakenAt, int Schema) CopyDatabases(
        DataDirectory directory, string target, IProgress<StepProgress>? progress, CancellationToken cancel)
    {
        using var snapshot = directory.TakeSnapshot();
        var takenAt = TimeProvider.System.GetUtcNow();
        snapshot.CopyTo(Path.Combine(target, Path.GetFileName(directory.Database)), Path.Combine(target, Path.GetFileName(directory.GrainStates)), progress, cancel);
        return (takenAt, snapshot.Schema);
    }

    private static IEnumerable<string> Others(DataDirectory directory)
    {
        yield return Path.GetFileName(directory.Marker);
        if (File.Exists(directory.Settings)) yield return Path.GetFileName(directory.Settings);
        if (!Directory.Exists(directory.Keys)) yield break;
        foreach (var key in Directory.GetFiles(directory.Keys, "*.xml").Order(StringComparer.Ordinal))
            yield return Path.GetFileName(directory.Keys) + "/" + Path.GetFileName(key);
    }
}
