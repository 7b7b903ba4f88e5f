using Sems.Bench.Processes;

namespace Sems.Bench.Proofs;

/// <summary>How large a proof is to be, and the means to run it.</summary>
public sealed record ProofRun
{
    /// <summary>The program to prove.</summary>
    public required GatewayProgram Gateway { get; init; }

    /// <summary>A directory of this run's own; removed afterwards.</summary>
    public required WorkDirectory Work { get; init; }

    /// <summary>The time it should take. A proof that has a number of things to do does no more of them when it is over, and says how many it did.</summary>
    public required TimeSpan Time { get; init; }

    /// <summary>Whether it is the small run that belongs to every test run, not a long one.</summary>
    public bool Small { get; init; }

    /// <summary>How many rounds to make (bodies, kills: what the proof counts), or null for its own number.</summary>
    public int? Rounds { get; init; }

    /// <summary>All that is random comes of this.</summary>
    public required int Seed { get; init; }

    /// <summary>Where progress is told, a line at a time.</summary>
    public required Action<string> Say { get; init; }

    /// <summary>Settings the server gets beside those the proof itself gives.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>How many to do.</summary>
    public int Count(int small, int full) => Rounds ?? (Small ? small : full);

    /// <summary>Starts the server on a directory in <see cref="Work"/> and returns when it is ready.</summary>
    /// <param name="data">The name of its data directory.</param>
    /// <param name="import">The name of a directory with a campus to load, or null.</param>
    /// <param name="settings">Settings by their environment names, such as <c>Service__Limits</c>.</param>
    /// <param name="cancel">To give up.</param>
    /// <exception cref="IOException">It did not start.</exception>
    public Task<GatewayProcess> StartServerAsync(string data, string? import, CancellationToken cancel, params (string Name, string Value)[] settings) =>
        GatewayProcess.StartAsync(Gateway, Start(data, import, settings), cancel);

    /// <summary>How <see cref="StartServerAsync"/> starts it.</summary>
    public GatewayStart Start(string data, string? import, params (string Name, string Value)[] settings)
    {
        var environment = new Dictionary<string, string>(Settings);
        foreach (var (name, value) in settings) environment[name] = value;
        return new GatewayStart(Work[data], import is null ? null : Work[import], environment);
    }
}
