using System.Diagnostics;

namespace Sems.Bench.Processes;

/// <summary>What a durable write costs here: without it a rate of durable samples says little.</summary>
public static class DiskProbe
{
    private const int Times = 100;

    /// <summary>Median time of a 4 KiB append and its fsync.</summary>
    public static TimeSpan MedianSync(string directory)
    {
        var path = Path.Combine(directory, "probe");
        var block = new byte[4096];
        var took = new long[Times];
        using (var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 0))
        {
            for (var i = 0; i < Times; i++)
            {
                var start = Stopwatch.GetTimestamp();
                file.Write(block);
                file.Flush(flushToDisk: true);
                took[i] = Stopwatch.GetTimestamp() - start;
            }
        }
        File.Delete(path);
        Array.Sort(took);
        return Stopwatch.GetElapsedTime(0, took[Times / 2]);
    }
}
