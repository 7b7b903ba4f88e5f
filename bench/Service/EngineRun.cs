using Sems.Bench.Load;
using Sems.Bench.Processes;

namespace Sems.Bench.Service;

/// <summary>A running SEMS with all sessions open, and what was found on the way there.</summary>
/// <param name="gateway">The process.</param>
/// <param name="report">What it cost so far.</param>
/// <param name="samples">Where its walk through the meters' samples is.</param>
internal sealed class EngineRun(GatewayProcess gateway, EngineReport report, Walk samples) : IAsyncDisposable
{
    /// <summary>Its engine.</summary>
    public string Engine => report.Engine;

    /// <summary>The process.</summary>
    public ServerProcess Server => gateway.Server;

    /// <summary>Where its walk through the meters' samples is: a meter's times only increase.</summary>
    public Walk Samples => samples;

    /// <summary>What it costs.</summary>
    /// <param name="loaded">Whether it was under load.</param>
    public EngineReport Report(bool loaded) =>
        loaded ? report with { Memory = report.Memory with { LoadedRss = Server.ResidentBytes } } : report;

    /// <inheritdoc />
    public ValueTask DisposeAsync() => gateway.DisposeAsync();
}
