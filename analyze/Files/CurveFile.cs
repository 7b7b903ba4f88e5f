using System.Globalization;
using Sems.Analysis.Charging;

namespace Sems.Analyze.Files;

/// <summary>What a file of readings holds.</summary>
/// <param name="Path">Where it is, as it was given.</param>
/// <param name="Charges">Its charges by cycle, in order; one with the cycle null where it has no such column.</param>
/// <param name="Clock">How its times are told.</param>
/// <param name="Skipped">Rows without a time or a current.</param>
internal sealed record CurveFile(string Path, IReadOnlyList<FileCharge> Charges, FileClock Clock, int Skipped);

/// <summary>The readings of one charge, in the order of the file.</summary>
/// <param name="Cycle">Its number; null where the file has no such column.</param>
/// <param name="Points">Its readings.</param>
/// <param name="TemperaturesC">°C of each reading, null where there is none.</param>
internal sealed record FileCharge(int? Cycle, IReadOnlyList<CurvePoint> Points, IReadOnlyList<double?> TemperaturesC);

/// <summary>The times of a file: readings carry Unix ms, people and programs read the file's own seconds.</summary>
/// <param name="OriginMs">Where the file's second 0 lies, Unix ms: for Unix times its first row.</param>
/// <param name="IsUnix">The file carries Unix times, so that times of the day are known.</param>
internal sealed record FileClock(long OriginMs, bool IsUnix)
{
    /// <summary>The file's own seconds.</summary>
    public double Seconds(long atMs) => (atMs - OriginMs) / 1000d;

    /// <summary>A moment as the file's clock shows it: many a station's clock shows its local time as if it were UTC. Null when it shows none.</summary>
    public string? Began(long atMs) =>
        IsUnix ? DateTimeOffset.FromUnixTimeMilliseconds(atMs).ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) : null;
}
