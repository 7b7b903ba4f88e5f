using Sems.Simulator.Wire;

namespace Sems.Simulator.Metrics;

/// <summary>A reply that was not as the protocol promises.</summary>
/// <param name="Endpoint">Where it came from.</param>
/// <param name="Request">The body that was sent.</param>
/// <param name="Reply">What came back.</param>
/// <param name="Reason">What is wrong with it.</param>
public sealed record ReplyError(ServiceEndpoint Endpoint, string Request, string Reply, string Reason);
