namespace Sems.Silo;

/// <summary>Where a running SEMS keeps its data. It remembers the engine that made it; the database in it keeps a second process out.</summary>
public sealed class DataDirectory
{
    private DataDirectory(string path) => Path = path;

    /// <summary>Absolute path.</summary>
    public string Path { get; }

    /// <summary>The database file.</summary>
    public string Database => System.IO.Path.Combine(Path, "sems.db");

    /// <summary>The file in which Orleans keeps grain states.</summary>
    public string GrainStates => System.IO.Path.Combine(Path, "grains.db");

    /// <summary>Settings of this campus (JSON), if there is such a file.</summary>
    public string Settings => System.IO.Path.Combine(Path, "appsettings.json");

    /// <summary>Keys that protect sign-in cookies.</summary>
    public string Keys => System.IO.Path.Combine(Path, "keys");

    /// <summary>Creates the directory if need be.</summary>
    /// <exception cref="DataDirectoryException">It belongs to another engine, or cannot be written.</exception>
    public static DataDirectory Open(string path, string engine) => Open(path, engine, mine: true);

    /// <summary>For a process that runs no silo: creates the directory if need be, but leaves it to a silo to make it its engine's.</summary>
    /// <exception cref="DataDirectoryException">It belongs to another engine, or cannot be used.</exception>
    public static DataDirectory Visit(string path, string engine) => Open(path, engine, mine: false);

    private static DataDirectory Open(string path, string engine, bool mine)
    {
        try
        {
            var directory = new DataDirectory(System.IO.Path.GetFullPath(path));
            Directory.CreateDirectory(directory.Path);
            directory.Claim(engine, mine);
            return directory;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new DataDirectoryException($"The data directory {path} cannot be used: {fault.Message}");
        }
    }

    private void Claim(string engine, bool mine)
    {
        var file = System.IO.Path.Combine(Path, "engine");
        if (!File.Exists(file))
        {
            if (mine) File.WriteAllText(file, engine + "\n");
            return;
        }
        var made = File.ReadAllText(file).Trim();
        if (made.Length == 0 && !mine) return; // being written
        if (made != engine)
        {
            throw new DataDirectoryException(
                $"The data directory {Path} was made by the {made} engine and this is {engine}: start it with --engine {made}, or choose another --data directory");
        }
    }
}

/// <summary>A data directory that cannot be used; the message says why and what to do.</summary>
public sealed class DataDirectoryException(string message) : Exception(message);
