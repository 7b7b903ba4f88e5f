using Sems.Bench.Campus;
using Sems.Bench.Load;
using Sems.Bench.Processes;

namespace Sems.Bench.Service;

/// <summary>Runs SEMS and the floor on loopback and measures one against the other.</summary>
public sealed class ServiceBenchmark(ServiceBenchOptions options, TextWriter progress)
{
    private const int SamplesBefore = 3;
    private static readonly TimeSpan Ramp = TimeSpan.FromSeconds(0.2);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    private readonly long _firstTime = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
    private long _errors;
    private string? _firstError;

    /// <summary>Runs everything; whatever is started is stopped, however this ends.</summary>
    public async Task<ServiceReport> RunAsync(CancellationToken cancel)
    {
        var startedAt = DateTimeOffset.UtcNow;
        using var work = new WorkDirectory(options.Data);
        var sync = DiskProbe.MedianSync(work.Path);
        var (emptyHeap, emptyRss) = await MeasureEmptyAsync(work, cancel);
        await ImportAsync(work, cancel);

        await using var sems = await GatewayProcess.StartAsync(options.Gateway, work["data"], null, cancel);
        Say($"SEMS started with {options.Campus.Meters:N0} meters registered; ready after {sems.StartToReady.TotalSeconds:N2} s");
        var charge = Workloads.Charge(options.Campus);
        var walk = new Walk(charge, options.Connections, _firstTime);
        var (memory, starts) = await OpenSessionsAsync(sems, charge, walk, cancel);
        memory = memory with { EmptyHeap = emptyHeap, EmptyRss = emptyRss };

        await using var floor = await ServerProcess.StartAsync(
            "The floor", typeof(ServiceBenchmark).Assembly.Location, ["floor", "--urls", "http://127.0.0.1:0"], new Dictionary<string, string>(),
            TimeSpan.FromSeconds(60), cancel);
        var calls = new List<CallReport>();
        foreach (var workload in Workloads.Measured(options.Campus).Where(IsWanted))
        {
            var semsWalk = workload.Name == charge.Name ? walk : new Walk(workload, options.Connections, _firstTime);
            calls.Add(Compare(workload, floor, sems.Server, semsWalk, cancel));
        }

        memory = memory with { LoadedRss = calls.Count > 0 ? sems.Server.ResidentBytes : null };
        var seconds = sems.StartToReady.TotalSeconds;
        return new ServiceReport(
            startedAt, Environment.ProcessorCount, options.Connections, options.Campus.Meters, sync.TotalMicroseconds, seconds, starts,
            _errors, _firstError, memory, calls, Bar.Of(seconds, memory, calls));
    }

    private bool IsWanted(Workload workload) => options.Only.Count == 0 || options.Only.Contains(workload.Name);

    /// <summary>A server without a single meter, asked the same: what one with meters has on top is the meters'.</summary>
    private async Task<(long Heap, long Rss)> MeasureEmptyAsync(WorkDirectory work, CancellationToken cancel)
    {
        Say("Measuring an empty SEMS");
        await using var empty = await GatewayProcess.StartAsync(options.Gateway, work["empty"], null, cancel);
        Through(empty.Server, Workloads.UnknownStation(options.Campus), cancel);
        var heap = await empty.SettledHeapBytesAsync(cancel);
        return (heap, empty.Server.ResidentBytes);
    }

    private async Task ImportAsync(WorkDirectory work, CancellationToken cancel)
    {
        CampusFiles.Write(work["campus"], options.Campus);
        await using var first = await GatewayProcess.StartAsync(options.Gateway, work["data"], work["campus"], cancel);
        var (stations, meters) = (options.Campus.Stations, options.Campus.Meters);
        Say($"Imported {stations:N0} stations, {meters:N0} meters and as many students; {first.StartToReady.TotalSeconds:N1} s");
    }

    private async Task<(MemoryReport Memory, double Starts)> OpenSessionsAsync(
        GatewayProcess sems, Workload charge, Walk walk, CancellationToken cancel)
    {
        var startRss = sems.Server.ResidentBytes;
        Through(sems.Server, Workloads.Control(options.Campus, '2'), cancel);
        var idleHeap = await sems.SettledHeapBytesAsync(cancel);
        var idleRss = sems.Server.ResidentBytes;
        Say($"Every station polled; opening {options.Campus.Meters:N0} sessions");

        var starts = Through(sems.Server, Workloads.Start(options.Campus), cancel);
        Say($"Sessions opened at {starts.Rate:N0} /s; sending {SamplesBefore} samples each");
        Note(new LoadGenerator(sems.Server.Address, options.Connections).Run(charge, walk, LoadLimit.Through(SamplesBefore), cancel));
        var openHeap = await sems.SettledHeapBytesAsync(cancel);
        var memory = new MemoryReport(0, idleHeap, openHeap, 0, startRss, idleRss, sems.Server.ResidentBytes, null, options.Campus.Meters);
        return (memory, starts.Rate);
    }

    private CallReport Compare(Workload workload, ServerProcess floor, ServerProcess sems, Walk semsWalk, CancellationToken cancel)
    {
        var floorWalk = new Walk(workload, options.Connections, _firstTime);
        var floorLoad = new LoadGenerator(floor.Address, options.Connections);
        var semsLoad = new LoadGenerator(sems.Address, options.Connections);
        var warm = LoadLimit.For(TimeSpan.Zero, WarmUp);
        Note(floorLoad.Run(workload, floorWalk, warm, cancel));
        Note(semsLoad.Run(workload, semsWalk, warm, cancel));

        var limit = LoadLimit.For(Ramp, TimeSpan.FromSeconds(options.Seconds / options.Rounds));
        List<LoadResult> floorRounds = [], semsRounds = [];
        var (floorTime, semsTime) = (TimeSpan.Zero, TimeSpan.Zero);
        for (var round = 1; round <= options.Rounds; round++)
        {
            floorRounds.Add(Timed(floor, ref floorTime, () => floorLoad.Run(workload, floorWalk, limit, cancel)));
            semsRounds.Add(Timed(sems, ref semsTime, () => semsLoad.Run(workload, semsWalk, limit, cancel)));
            Say($"{workload.Name} {round}/{options.Rounds}: floor {floorRounds[^1].Rate:N0} /s, SEMS {semsRounds[^1].Rate:N0} /s");
        }
        return new CallReport(workload.Name, CallFigures.Of(floorRounds, floorTime), CallFigures.Of(semsRounds, semsTime));
    }

    private LoadResult Timed(ServerProcess server, ref TimeSpan processor, Func<LoadResult> load)
    {
        var before = server.ProcessorTime;
        var result = Note(load());
        processor += server.ProcessorTime - before;
        return result;
    }

    /// <summary>One request for every meter or station.</summary>
    private LoadResult Through(ServerProcess server, Workload workload, CancellationToken cancel) => Note(
        new LoadGenerator(server.Address, options.Connections).Run(
            workload, new Walk(workload, options.Connections, _firstTime), LoadLimit.Through(1), cancel));

    private LoadResult Note(LoadResult result)
    {
        _errors += result.Errors;
        if (_firstError is null && result.FirstError is { } error)
        {
            _firstError = error;
            Say($"ERROR: {error}");
        }
        return result;
    }

    private void Say(string text)
    {
        progress.WriteLine("  " + text);
        progress.Flush();
    }
}
