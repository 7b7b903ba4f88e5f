using System.Globalization;

namespace Sems.Bench.Proofs.Hostile;

/// <summary>How many files, and so connections, a process here may have open.</summary>
internal static class FileLimit
{
    /// <summary>The most, as the runtime has raised it for itself.</summary>
    public static int Most
    {
        get
        {
            const string limits = "/proc/self/limits";
            if (!File.Exists(limits)) return int.MaxValue;
            var line = File.ReadLines(limits).First(l => l.StartsWith("Max open files", StringComparison.Ordinal));
            return int.TryParse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[3], CultureInfo.InvariantCulture, out var most) ? most : int.MaxValue;
        }
    }
}
