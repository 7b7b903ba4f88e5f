using System.Security.Cryptography;
using Sems.Storage;

namespace Sems.Silo.Backups;

/// <summary>
/// A directory being made under a temporary name beside its place, where it appears whole or not at all. What a killed process left under
/// that name is cleared away by the next one.
/// </summary>
internal sealed class Staging : IDisposable
{
    private const string LockName = ".lock";
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const int Block = 1 << 20;

    private readonly FileStream _lock;
    private bool _done;

    private Staging(string path, FileStream @lock) => (Path, _lock) = (path, @lock);

    /// <summary>Where it is made.</summary>
    public string Path { get; }

    /// <summary>Begins one; it can be read by its owner only.</summary>
    /// <param name="place">Where it shall appear.</param>
    /// <param name="suffix">What is added to that name meanwhile.</param>
    /// <exception cref="BackupException">Another process makes it right now.</exception>
    public static Staging Begin(string place, string suffix)
    {
        var path = place + suffix;
        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any() && !File.Exists(System.IO.Path.Combine(path, LockName)))
            throw new BackupException($"{path} is in the way: it is what a killed restore has replaced; keep it under another name");
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, Private);
        FileStream held;
        try
        {
            held = new FileStream(System.IO.Path.Combine(path, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new BackupException($"another process is making {path}");
        }
        Clear(path);
        return new Staging(path, held);
    }

    /// <summary>Makes a file that was written here durable, and says what is in it.</summary>
    public BackupFile Seal(string name, IProgress<StepProgress>? progress, CancellationToken cancel)
    {
        using var file = new FileStream(System.IO.Path.Combine(Path, name), FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        file.Flush(flushToDisk: true);
        return new BackupFile(name, file.Length, HashOf(file, $"verifying {name}", progress, cancel));
    }

    /// <summary>Copies a file in here, durably, and says what came of it.</summary>
    public BackupFile Take(string source, string name, IProgress<StepProgress>? progress, CancellationToken cancel)
    {
        var target = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
        File.Copy(source, target);
        File.SetAttributes(target, FileAttributes.Normal); // a backup may lie there read-only
        return Seal(name, progress, cancel);
    }

    /// <summary>Puts the directory in its place, which is free or an empty directory.</summary>
    /// <exception cref="BackupException">There is something in that place, or it cannot be put there.</exception>
    public void Publish(string place)
    {
        try
        {
            if (Directory.Exists(place)) Directory.Delete(place);
            Directory.Move(Path, place);
        }
        catch (IOException fault)
        {
            throw new BackupException($"{place} cannot be put in place (it must be missing or empty, and no mount point): {fault.Message}");
        }
        _done = true;
        File.Delete(System.IO.Path.Combine(place, LockName));
    }

    /// <summary>Puts the directory in the place of another one, at once where the system can; the other one is moved aside.</summary>
    /// <exception cref="BackupException">It cannot be put there; then everything is as it was.</exception>
    public void Replace(string place, string aside)
    {
        if (DirectorySwap.TrySwap(Path, place))
        {
            _done = true;
            Move(Path, aside);
            File.Delete(System.IO.Path.Combine(place, LockName));
            return;
        }
        Move(place, aside);
        try
        {
            Publish(place);
        }
        catch
        {
            Move(aside, place);
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_done) Directory.Delete(Path, recursive: true);
        _lock.Dispose();
    }

    private static void Move(string from, string to)
    {
        try
        {
            Directory.Move(from, to);
        }
        catch (IOException fault)
        {
            throw new BackupException($"{from} cannot be moved to {to}: {fault.Message}");
        }
    }

    private static string HashOf(FileStream file, string step, IProgress<StepProgress>? progress, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = new byte[Block];
        for (int read; (read = file.Read(block)) > 0;)
        {
            cancel.ThrowIfCancellationRequested();
            hash.AppendData(block, 0, read);
            progress?.Report(new StepProgress(step, file.Position >> 20, file.Length >> 20));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Clear(string path)
    {
        foreach (var directory in Directory.GetDirectories(path)) Directory.Delete(directory, recursive: true);
        foreach (var file in Directory.GetFiles(path))
            if (System.IO.Path.GetFileName(file) != LockName) File.Delete(file);
    }
}
