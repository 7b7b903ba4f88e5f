namespace Sems.Bench.Load;

/// <summary>
/// Where the connections are in their walks through the meters. Each has its own share of them, so that no two send for one meter and a
/// meter's times only increase; a walk goes on where the round before left it.
/// </summary>
public sealed class Walk
{
    private readonly Workload _workload;
    private readonly int _connections;
    private readonly long _firstTime;
    private readonly (int Step, int Pass)[] _at;

    /// <summary>Every connection at the start of its share.</summary>
    /// <param name="workload">What is walked through.</param>
    /// <param name="connections">Among how many; with more than there are steps, some share theirs.</param>
    /// <param name="firstTime">Unix seconds of the first pass's samples.</param>
    public Walk(Workload workload, int connections, long firstTime)
    {
        (_workload, _connections, _firstTime) = (workload, connections, firstTime);
        _at = new (int, int)[connections];
        for (var i = 0; i < connections; i++) _at[i] = (i % workload.Steps, 0);
    }

    /// <summary>What a connection's next request is about; moves it on.</summary>
    public RequestValues Next(int connection)
    {
        ref var at = ref _at[connection];
        var values = new RequestValues(at.Step * _workload.Step, at.Pass, _firstTime);
        at.Step += _connections;
        if (at.Step >= _workload.Steps) at = (connection % _workload.Steps, at.Pass + 1);
        return values;
    }

    /// <summary>How many passes a connection has behind it.</summary>
    public int Passes(int connection) => _at[connection].Pass;

    /// <summary>Whether a connection has a share of its own.</summary>
    public bool Has(int connection) => connection < _workload.Steps;
}
