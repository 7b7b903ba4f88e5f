using System.Diagnostics;
using Sems.Bench.Processes;
using Sems.Storage.Curves;
using Sems.Storage.Ledger;
using Sems.Storage.Sqlite;

namespace Sems.Bench.Curves;

/// <summary>Stores charges through the whole storage, as many at once as of each kind, and looks how large the file became.</summary>
internal static class CurvesBenchmark
{
    private const int Meters = 5_000;
    private const int SamplesPerCharge = 2_160;
    private const double Target = 4;

    /// <summary>Prints a line for each kind of meter; 1 when one takes more than the target.</summary>
    public static async Task<int> RunAsync(int charges, string? recording)
    {
        Console.WriteLine($"{"meter",-32}{"samples",12}{"code B/sample",15}{"file B/sample",15}{"read samples/s",16}{"year of campus",16}");
        var within = true;
        foreach (var kind in MeterKind.All)
            within &= await MeasureAsync(kind.Name, [.. Enumerable.Range(0, charges).Select(i => SimulatedCurve.Of(kind, i))]);
        if (recording is not null)
            within &= await MeasureAsync("the recording", [.. Enumerable.Repeat(SimulatedCurve.Recorded(recording), charges)]);
        Console.WriteLine($"year of campus: {Meters:N0} meters, a charge of 6 h a day each, a sample every 10 s");
        return within ? 0 : 1;
    }

    private static async Task<bool> MeasureAsync(string name, List<Sample>[] curves)
    {
        using var directory = new WorkDirectory(null);
        await using var storage = await SqliteStorage.OpenAsync(new SqliteStorageOptions
        {
            Path = directory["sems.db"],
            PackingPause = TimeSpan.Zero,
        });
        var (_, empty) = await storage.UsedBytesAsync();
        var ids = new long[curves.Length];
        for (var i = 0; i < ids.Length; i++) await BeginAsync(storage, ids[i] = await storage.Ledger.NextChargeIdAsync(), i);
        for (var n = 0; n < curves.Max(c => c.Count); n++)
        {
            await Task.WhenAll(curves.Select((curve, i) =>
                n < curve.Count ? storage.Curves.AppendAsync(ids[i], curve[n]).AsTask() : Task.CompletedTask));
        }

        foreach (var id in ids) await EndAsync(storage, id);
        await storage.PackCurvesAsync();
        var begin = Stopwatch.GetTimestamp();
        for (var i = 0; i < ids.Length; i++)
            if (!(await storage.Curves.ReadAsync(ids[i])).SequenceEqual(curves[i].OrderBy(s => s.AtMs))) throw new InvalidDataException($"{name}: not what was stored");
        var seconds = Stopwatch.GetElapsedTime(begin).TotalSeconds;

        var samples = curves.Sum(c => (double)c.Count);
        await TrimAsync(storage);
        var (code, pages) = await storage.UsedBytesAsync();
        pages -= empty;
        var year = pages / samples * Meters * 365 * SamplesPerCharge;
        Console.WriteLine($"{name,-32}{samples,12:N0}{code / samples,15:F2}{pages / samples,15:F2}{samples / seconds,16:N0}{year / 1e9,13:F1} GB");
        return pages / samples <= Target;
    }

    /// <summary>The journal of the curves is none of what stays: another commit, after a while, trims it.</summary>
    private static async Task TrimAsync(SqliteStorage storage)
    {
        await Task.Delay(TimeSpan.FromSeconds(2.2));
        await BeginAsync(storage, await storage.Ledger.NextChargeIdAsync(), 0);
    }

    private static Task BeginAsync(SqliteStorage storage, long id, int meter) =>
        storage.Ledger.BeginChargeAsync(new ChargeStart(id, "0001", $"{meter:D12}", $"{meter}", "card", DateTimeOffset.UnixEpoch, "{}"));

    private static Task EndAsync(SqliteStorage storage, long id) =>
        storage.Ledger.CloseChargeAsync(new ChargeEnd(id, "1", DateTimeOffset.UnixEpoch, 1, 1, 1, "full", null));
}
