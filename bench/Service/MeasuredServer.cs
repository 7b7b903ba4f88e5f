using Sems.Bench.Load;
using Sems.Bench.Processes;

namespace Sems.Bench.Service;

/// <summary>One call on one server, measured a round at a time.</summary>
internal sealed class MeasuredServer(string name, ServerProcess server, Workload workload, Walk walk, int connections)
{
    private readonly LoadGenerator _load = new(server.Address, connections);
    private readonly List<LoadResult> _rounds = [];
    private TimeSpan _processor;

    /// <summary>What it is called.</summary>
    public string Name => name;

    /// <summary>Requests per second of the last round.</summary>
    public double LastRate => _rounds[^1].Rate;

    /// <summary>What all rounds came to.</summary>
    public CallFigures Figures => CallFigures.Of(_rounds, _processor);

    /// <summary>Load that does not count.</summary>
    public LoadResult WarmUp(TimeSpan time, CancellationToken cancel) => _load.Run(workload, walk, LoadLimit.For(TimeSpan.Zero, time), cancel);

    /// <summary>A round.</summary>
    public LoadResult Measure(LoadLimit limit, CancellationToken cancel)
    {
        var before = server.ProcessorTime;
        _rounds.Add(_load.Run(workload, walk, limit, cancel));
        _processor += server.ProcessorTime - before;
        return _rounds[^1];
    }
}
