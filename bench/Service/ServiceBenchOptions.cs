using Sems.Bench.Campus;
using Sems.Bench.Processes;

namespace Sems.Bench.Service;

/// <summary>What to measure and for how long.</summary>
public sealed record ServiceBenchOptions
{
    /// <summary>Measured seconds of each call on each server.</summary>
    public double Seconds { get; init; } = 12;

    /// <summary>Rounds these are split into; the servers take turns, so that what else the machine does hits all alike.</summary>
    public int Rounds { get; init; } = 9;

    /// <summary>Connections.</summary>
    public int Connections { get; init; } = 64;

    /// <summary>The campus.</summary>
    public CampusShape Campus { get; init; } = new(20_000);

    /// <summary>Names of the calls to measure; empty for all.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>The gateways to measure, each of another engine.</summary>
    public required IReadOnlyList<GatewayProgram> Gateways { get; init; }

    /// <summary>Whether stations have keys and limits are on: what that costs is told by comparing with a run without.</summary>
    public bool Guarded { get; init; }

    /// <summary>Where to keep the data while measuring, or null for the system's temporary directory.</summary>
    public string? Data { get; init; }
}
