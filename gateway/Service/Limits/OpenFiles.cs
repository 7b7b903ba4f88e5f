using System.Globalization;

namespace Sems.Gateway.Service.Limits;

/// <summary>How many connections the system lets this process have: each is an open file, and storage needs some too.</summary>
public static class OpenFiles
{
    /// <summary>Connections where nothing says how many files there may be.</summary>
    public const int Standard = 100_000;

    private const string Limits = "/proc/self/limits";
    private const int ForOtherThings = 400;
    private const int Least = 50;

    /// <summary>Connections there is room for.</summary>
    public static int RoomForConnections() => File.Exists(Limits) ? RoomForConnections(File.ReadLines(Limits)) : Standard;

    /// <summary>The same, of the lines of the system's table of limits.</summary>
    public static int RoomForConnections(IEnumerable<string> limits)
    {
        var line = limits.FirstOrDefault(l => l.StartsWith("Max open files", StringComparison.Ordinal));
        return int.TryParse(line?.Split(' ', StringSplitOptions.RemoveEmptyEntries)[3], CultureInfo.InvariantCulture, out var files)
            ? Math.Clamp(files - ForOtherThings, Least, Standard)
            : Standard;
    }
}
