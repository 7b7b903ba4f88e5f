using Sems.Bench.Load;
using Sems.Bench.Processes;

namespace Sems.Bench.Service;

/// <summary>Brings one gateway to where its calls can be measured: campus imported, every session open. Measures start and memory.</summary>
internal sealed class EnginePreparation(ServiceBenchOptions options, GatewayProgram program, PostgresServer? postgres, BenchLog log, WorkDirectory work)
{
    private const int SamplesBefore = 3;

    private readonly long _firstTime = DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    /// <summary>Does it; the caller stops what runs then.</summary>
    public async Task<EngineRun> RunAsync(CancellationToken cancel)
    {
        var (emptyHeap, emptyRss) = await MeasureEmptyAsync(cancel);
        await ImportAsync(cancel);
        var gateway = await StartAsync("data", null, cancel);
        try
        {
            Say($"started with {options.Campus.Meters:N0} meters registered; ready after {gateway.StartToReady.TotalSeconds:N2} s");
            var samples = new Walk(Workloads.Charge(options.Campus), options.Connections, _firstTime);
            var (memory, starts) = await OpenSessionsAsync(gateway, samples, cancel);
            memory = memory with { EmptyHeap = emptyHeap, EmptyRss = emptyRss };
            return new EngineRun(gateway, new EngineReport(program.Name, gateway.StartToReady.TotalSeconds, starts, memory), samples);
        }
        catch
        {
            await gateway.DisposeAsync();
            throw;
        }
    }

    /// <summary>A server without a single meter, asked the same: what one with meters has on top is the meters'.</summary>
    private async Task<(long Heap, long Rss)> MeasureEmptyAsync(CancellationToken cancel)
    {
        Say("measuring an empty SEMS");
        await using var empty = await StartAsync("empty", null, cancel);
        Through(empty, Workloads.UnknownStation(options.Campus), cancel);
        var heap = await empty.SettledHeapBytesAsync(cancel);
        return (heap, empty.Server.ResidentBytes);
    }

    private async Task ImportAsync(CancellationToken cancel)
    {
        await using var first = await StartAsync("data", work["campus"], cancel);
        var (stations, meters) = (options.Campus.Stations, options.Campus.Meters);
        Say($"imported {stations:N0} stations, {meters:N0} meters and as many students; {first.StartToReady.TotalSeconds:N1} s");
    }

    private async Task<(MemoryReport Memory, double Starts)> OpenSessionsAsync(GatewayProcess sems, Walk samples, CancellationToken cancel)
    {
        var startRss = sems.Server.ResidentBytes;
        Through(sems, Workloads.Control(options.Campus, '2'), cancel);
        var idleHeap = await sems.SettledHeapBytesAsync(cancel);
        var idleRss = sems.Server.ResidentBytes;
        Say($"every station polled; opening {options.Campus.Meters:N0} sessions");

        var starts = Through(sems, Workloads.Start(options.Campus), cancel);
        Say($"sessions opened at {starts.Rate:N0} /s; sending {SamplesBefore} samples each");
        Through(sems, Workloads.Charge(options.Campus), samples, SamplesBefore, cancel);
        var openHeap = await sems.SettledHeapBytesAsync(cancel);
        var memory = new MemoryReport(0, idleHeap, openHeap, 0, startRss, idleRss, sems.Server.ResidentBytes, null, options.Campus.Meters);
        return (memory, starts.Rate);
    }

    private async Task<GatewayProcess> StartAsync(string data, string? import, CancellationToken cancel)
    {
        var name = $"{program.Name}-{data}";
        var fresh = !Directory.Exists(work[name]);
        if (program.OnPostgres && fresh) await postgres!.CreateDatabaseAsync(name);
        var storage = program.OnPostgres ? postgres!.ConnectionString(name) : null;
        return await GatewayProcess.StartAsync(program, work[name], import, storage, options.Guarded, cancel);
    }

    /// <summary>One request for every meter or station.</summary>
    private LoadResult Through(GatewayProcess sems, Workload workload, CancellationToken cancel) =>
        Through(sems, workload, new Walk(workload, options.Connections, _firstTime), 1, cancel);

    private LoadResult Through(GatewayProcess sems, Workload workload, Walk walk, int passes, CancellationToken cancel)
    {
        if (options.Guarded) workload = workload with { Headers = Workloads.KeyHeader };
        var all = (long)workload.Steps * passes;
        var load = new LoadGenerator(sems.Server.Address, options.Connections) { Progress = sent => Say($"{workload.Name}: {sent:N0} of {all:N0}") };
        return log.Note(load.Run(workload, walk, LoadLimit.Through(passes), cancel));
    }

    private void Say(string text) => log.Say($"{program.Name}: {text}");
}
