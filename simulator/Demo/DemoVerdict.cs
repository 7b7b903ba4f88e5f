using Sems.Simulator.Metrics;

namespace Sems.Simulator.Demo;

/// <summary>Whether a timed demo went well.</summary>
public static class DemoVerdict
{
    /// <summary>Everything that speaks against it; empty when it went well.</summary>
    /// <param name="stats">What the stations did.</param>
    /// <param name="server">What the server recorded since the demo began.</param>
    public static IReadOnlyList<string> Reasons(SimulatorStats stats, ServerOverview server)
    {
        var reasons = new List<string>();
        if (stats.Errors.Count > 0) reasons.Add($"{stats.Errors.Count} replies were errors");
        if (stats.SessionsCompleted == 0) reasons.Add("no session was completed");
        if (server.Bills == 0) reasons.Add("the server has no bill");
        if (server.Bills != stats.SessionsCompleted)
            reasons.Add($"the server has {server.Bills} bills for {stats.SessionsCompleted} completed sessions");
        if (server.SessionsCompleted != stats.SessionsCompleted)
            reasons.Add($"the server completed {server.SessionsCompleted} sessions, the stations {stats.SessionsCompleted}");
        return reasons;
    }
}
