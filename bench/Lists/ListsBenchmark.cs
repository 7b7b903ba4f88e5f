using System.Diagnostics;
using System.Globalization;
using Sems.Bench.Processes;

namespace Sems.Bench.Lists;

/// <summary>Fills a ledger, then asks a gateway on it for every list, one at a time, and prints how long each took.</summary>
internal sealed class ListsBenchmark(int sessions, int runs, int limitMs, TextWriter log, TextWriter output)
{
    /// <summary>When the last session ended: at the last midnight, UTC.</summary>
    private readonly DateTimeOffset _end = new(TimeProvider.System.GetUtcNow().Date, TimeSpan.Zero);

    /// <summary>Does it; false when a median was above the limit.</summary>
    public async Task<bool> RunAsync(GatewayProgram program, CancellationToken cancel)
    {
        using var work = new WorkDirectory(null);
        await using var postgres = program.OnPostgres ? await PostgresServer.StartAsync() : null;
        var storage = postgres is null ? null : await postgres.CreateDatabaseAsync("lists");
        var data = work["data"];
        await using (await GatewayProcess.StartAsync(program, data, null, storage, limited: false, cancel)) { } // it makes the tables
        var filling = Stopwatch.StartNew();
        using (ILedgerFile file = storage is null ? new SqliteLedgerFile(Path.Combine(data, "sems.db")) : new PostgresLedgerFile(storage))
            LedgerFill.Run(file, sessions, _end, step => log.WriteLine($"{filling.Elapsed.TotalSeconds,6:N1} s  {step}"));
        await using var gateway = await GatewayProcess.StartAsync(program, data, null, storage, limited: false, cancel);
        log.WriteLine($"{filling.Elapsed.TotalSeconds,6:N1} s  ready; asking");
        return await MeasureAsync(gateway, program, cancel);
    }

    private async Task<bool> MeasureAsync(GatewayProcess gateway, GatewayProgram program, CancellationToken cancel)
    {
        output.WriteLine($"{sessions:N0} sessions on {(program.OnPostgres ? "PostgreSQL" : "SQLite")}, {runs} runs, {Environment.ProcessorCount} processors; ms");
        output.WriteLine($"{"median",8} {"worst",8} {"CPU",8}  route");
        var slow = 0;
        foreach (var route in ListRoutes.All(_end, sessions))
        {
            var (median, worst, processor) = await TimeAsync(gateway, route, cancel);
            var verdict = median > limitMs ? "  SLOW" : "";
            if (median > limitMs) slow++;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{median,8:N1} {worst,8:N1} {processor,8:N1}  {route}{verdict}"));
        }

        output.WriteLine(slow == 0 ? $"Every median is below {limitMs} ms" : $"{slow} are above {limitMs} ms");
        return slow == 0;
    }

    private async Task<(double Median, double Worst, double Processor)> TimeAsync(GatewayProcess gateway, string route, CancellationToken cancel)
    {
        await AskAsync(gateway, route, cancel);
        var times = new List<double>();
        var before = gateway.Server.ProcessorTime;
        for (var run = 0; run < runs; run++)
        {
            var clock = Stopwatch.StartNew();
            await AskAsync(gateway, route, cancel);
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        var processor = (gateway.Server.ProcessorTime - before).TotalMilliseconds / runs;
        times.Sort();
        return (times[times.Count / 2], times[^1], processor);
    }

    private static async Task AskAsync(GatewayProcess gateway, string route, CancellationToken cancel)
    {
        using var answer = await gateway.Http.GetAsync("/api/admin" + route, cancel);
        var text = await answer.Content.ReadAsStringAsync(cancel);
        if (!answer.IsSuccessStatusCode) throw new IOException($"{route} was answered {(int)answer.StatusCode}: {text}");
    }
}
