namespace Sems.Bench.Processes;

/// <summary>A directory of its own, removed when done.</summary>
public sealed class WorkDirectory : IDisposable
{
    /// <summary>Makes one.</summary>
    /// <param name="within">The directory to make it in, or null for the system's temporary one.</param>
    public WorkDirectory(string? within)
    {
        if (within is not null) Directory.CreateDirectory(within);
        var name = $"sems-bench-{Environment.ProcessId}-{Environment.TickCount64:x}";
        Path = System.IO.Path.Combine(within ?? System.IO.Path.GetTempPath(), name);
        Directory.CreateDirectory(Path);
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>A name in it.</summary>
    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <inheritdoc />
    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException fault)
        {
            Console.Error.WriteLine($"{Path} could not be removed: {fault.Message}");
        }
    }
}
