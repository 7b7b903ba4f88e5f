namespace Sems.Silo;

/// <summary>
/// Where one running SEMS keeps its data. Holding it keeps a second process out; it remembers the engine that made it.
/// </summary>
public sealed class DataDirectory : IDisposable
{
    private readonly FileStream _lock;

    private DataDirectory(string path, FileStream @lock)
    {
        Path = path;
        _lock = @lock;
    }

    /// <summary>Absolute path.</summary>
    public string Path { get; }

    /// <summary>The database file.</summary>
    public string Database => System.IO.Path.Combine(Path, "sems.db");

    /// <summary>Creates the directory if need be and takes it.</summary>
    /// <exception cref="DataDirectoryException">It is in use, belongs to another engine, or cannot be written.</exception>
    public static DataDirectory Open(string path, string engine)
    {
        var full = System.IO.Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(full);
            var held = new FileStream(System.IO.Path.Combine(full, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            try
            {
                Claim(full, engine);
            }
            catch
            {
                held.Dispose();
                throw;
            }
            return new DataDirectory(full, held);
        }
        catch (IOException fault) when (fault is not DirectoryNotFoundException and not PathTooLongException)
        {
            throw new DataDirectoryException($"The data directory {full} is in use by another SEMS, or cannot be written: {fault.Message}");
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or ArgumentException or NotSupportedException or IOException)
        {
            throw new DataDirectoryException($"The data directory {full} cannot be used: {fault.Message}");
        }
    }

    /// <inheritdoc />
    public void Dispose() => _lock.Dispose();

    private static void Claim(string full, string engine)
    {
        var file = System.IO.Path.Combine(full, "engine");
        if (!File.Exists(file))
        {
            File.WriteAllText(file, engine + "\n");
            return;
        }
        var made = File.ReadAllText(file).Trim();
        if (made != engine)
        {
            throw new DataDirectoryException(
                $"The data directory {full} was made by the {made} engine and this is {engine}: start it with --engine {made}, or choose another --data directory");
        }
    }
}

/// <summary>A data directory that cannot be used; the message says why and what to do.</summary>
public sealed class DataDirectoryException(string message) : Exception(message);
