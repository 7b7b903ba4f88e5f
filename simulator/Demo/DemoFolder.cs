namespace Sems.Simulator.Demo;

/// <summary>A demo's data directory: the caller's, which stays, or a fresh temporary one, which goes.</summary>
public sealed class DemoFolder : IDisposable
{
    private readonly bool _temporary;

    /// <summary>Opens or makes the directory.</summary>
    /// <param name="path">The caller's; null for a temporary one.</param>
    public DemoFolder(string? path)
    {
        _temporary = path is null;
        Root = path is null ? Directory.CreateTempSubdirectory("sems-demo-").FullName : Directory.CreateDirectory(Path.GetFullPath(path)).FullName;
    }

    /// <summary>The directory.</summary>
    public string Root { get; }

    /// <summary>Whether it stays.</summary>
    public bool IsKept => !_temporary;

    /// <summary>Where the campus files are.</summary>
    public string Campus => Path.Combine(Root, "campus");

    /// <summary>A file in it.</summary>
    public string File(string name) => Path.Combine(Root, name);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_temporary) return;
        try
        {
            Directory.Delete(Root, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"demo: {Root} could not be removed: {e.Message}");
        }
    }
}
