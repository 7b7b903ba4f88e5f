using System.Globalization;
using Sems.Storage;
using Sems.Storage.Sqlite.Outside;

namespace Sems.Silo.Backups;

/// <summary>Makes a data directory out of a backup: all of it, or nothing.</summary>
public static class Restore
{
    private const string Suffix = ".restoring";

    /// <summary>Restores.</summary>
    /// <param name="source">The backup.</param>
    /// <param name="data">The data directory that appears when it is whole.</param>
    /// <param name="replace">A data directory that is there is moved aside.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancel">Stops it; then nothing has changed.</param>
    /// <exception cref="BackupException">It is no backup, not whole, of a newer SEMS, or the data directory is not free.</exception>
    /// <exception cref="DataDirectoryException">A SEMS runs on the directory that is to be replaced, or it is none of SEMS.</exception>
    public static RestoreResult Run(
        string source, string data, bool replace, IProgress<StepProgress>? progress = null, CancellationToken cancel = default)
    {
        source = Path.GetFullPath(source);
        data = Path.TrimEndingDirectorySeparator(Path.GetFullPath(data));
        var manifest = BackupManifest.ReadFrom(source);
        if (manifest.Schema > SqliteSnapshot.NewestSchema)
            throw new BackupException($"the backup has schema {manifest.Schema}, this program knows {SqliteSnapshot.NewestSchema}: it was taken by a newer SEMS ({manifest.Sems})");
        using var hold = Claim(data, replace);
        using var staging = Staging.Begin(data, Suffix);
        foreach (var file in manifest.Files) Copy(source, file, staging, progress, cancel);

        if (hold is null)
        {
            staging.Publish(data);
            return new RestoreResult(manifest, Aside: null);
        }
        var aside = data + TimeProvider.System.GetUtcNow().ToString("'.replaced-'yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
        staging.Replace(data, aside);
        return new RestoreResult(manifest, aside);
    }

    /// <summary>Keeps a SEMS out of a data directory that is to be replaced; null when there is nothing to replace.</summary>
    private static IDisposable? Claim(string data, bool replace)
    {
        if (File.Exists(data)) throw new BackupException($"{data} is a file, not a directory");
        if (!Directory.Exists(data) || !Directory.EnumerateFileSystemEntries(data).Any()) return null;
        if (!replace) throw new BackupException($"{data} is not empty: add --replace to move it aside, or choose another --data directory");
        return DataDirectory.Hold(DataDirectory.Inspect(data).Path);
    }

    private static void Copy(string source, BackupFile file, Staging staging, IProgress<StepProgress>? progress, CancellationToken cancel)
    {
        var path = Path.GetFullPath(Path.Combine(source, file.Name));
        if (!path.StartsWith(source + Path.DirectorySeparatorChar, StringComparison.Ordinal)) throw new BackupException($"the backup names a file outside it: {file.Name}");
        if (!File.Exists(path)) throw new BackupException($"the backup is not whole: {file.Name} is missing");
        if (staging.Take(path, file.Name, progress, cancel) != file) throw new BackupException($"the backup is damaged: {file.Name} is not what the manifest says");
    }
}

/// <summary>What a restore did.</summary>
/// <param name="Manifest">Of the backup.</param>
/// <param name="Aside">Where the data directory went that was there before, or null.</param>
public sealed record RestoreResult(BackupManifest Manifest, string? Aside);
