using Sems.Bench.Campus;
using Sems.Bench.Load;
using Sems.Bench.Processes;

namespace Sems.Bench.Service;

/// <summary>Runs SEMS, on one engine or on more, and the floor on loopback and measures each against the floor.</summary>
public sealed class ServiceBenchmark(ServiceBenchOptions options, TextWriter progress)
{
    private static readonly TimeSpan Ramp = TimeSpan.FromSeconds(0.2);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    private readonly long _firstTime = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
    private readonly BenchLog _log = new(progress);

    /// <summary>Runs everything; whatever is started is stopped, however this ends.</summary>
    public async Task<ServiceReport> RunAsync(CancellationToken cancel)
    {
        var startedAt = DateTimeOffset.UtcNow;
        using var work = new WorkDirectory(options.Data);
        var sync = DiskProbe.MedianSync(work.Path);
        CampusFiles.Write(work["campus"], options.Campus, options.Guarded);
        var engines = new List<EngineRun>();
        await using var postgres = options.Gateways.Any(g => g.OnPostgres) ? await PostgresServer.StartAsync(work.Path) : null;
        try
        {
            foreach (var program in options.Gateways) engines.Add(await new EnginePreparation(options, program, postgres, _log, work).RunAsync(cancel));
            var calls = await CompareAsync(engines, cancel);
            EngineReport[] reports = [.. engines.Select(e => e.Report(loaded: calls.Count > 0))];
            return new ServiceReport(
                startedAt, Environment.ProcessorCount, options.Connections, options.Campus.Meters, sync.TotalMicroseconds,
                _log.Errors, _log.FirstError, reports, calls, Bar.Of(reports, calls));
        }
        finally
        {
            foreach (var engine in engines) await engine.DisposeAsync();
        }
    }

    private bool IsWanted(Workload workload) => options.Only.Count == 0 || options.Only.Contains(workload.Name);

    private async Task<List<CallReport>> CompareAsync(IReadOnlyList<EngineRun> engines, CancellationToken cancel)
    {
        await using var floor = await ServerProcess.StartAsync(
            "The floor", typeof(ServiceBenchmark).Assembly.Location, ["floor", "--urls", "http://127.0.0.1:0"], new Dictionary<string, string>(),
            TimeSpan.FromSeconds(60), cancel);
        return [.. Workloads.Measured(options.Campus).Where(IsWanted).Select(workload => Compare(workload, floor, engines, cancel))];
    }

    /// <summary>The floor and each engine in turn, round by round, so that what else the machine does hits all alike.</summary>
    private CallReport Compare(Workload call, ServerProcess floor, IReadOnlyList<EngineRun> engines, CancellationToken cancel)
    {
        var workload = options.Guarded ? call with { Headers = Workloads.KeyHeader } : call;
        var charge = Workloads.Charge(options.Campus).Name;
        MeasuredServer[] servers =
        [
            new("floor", floor, workload, FreshWalk(workload), options.Connections),
            .. engines.Select(e => new MeasuredServer(
                e.Engine, e.Server, workload, workload.Name == charge ? e.Samples : FreshWalk(workload), options.Connections)),
        ];
        foreach (var server in servers) _log.Note(server.WarmUp(WarmUp, cancel));

        var limit = LoadLimit.For(Ramp, TimeSpan.FromSeconds(options.Seconds / options.Rounds));
        for (var round = 1; round <= options.Rounds; round++)
        {
            foreach (var server in servers) _log.Note(server.Measure(limit, cancel));
            _log.Say($"{workload.Name} {round}/{options.Rounds}: {string.Join(", ", servers.Select(s => $"{s.Name} {s.LastRate:N0} /s"))}");
        }
        var atFloor = servers[0].Figures;
        return new CallReport(workload.Name, atFloor, [.. servers.Skip(1).Select(s => new EngineCall(s.Name, s.Figures, atFloor))]);
    }

    private Walk FreshWalk(Workload workload) => new(workload, options.Connections, _firstTime);
}
