namespace Sems.Bench.Service;

/// <summary>What one engine costs, apart from the calls.</summary>
/// <param name="Engine">"embedded" or "orleans" on SQLite, with "-pg" on PostgreSQL.</param>
/// <param name="StartToReadySeconds">Start of the process to ready, all meters registered.</param>
/// <param name="SessionStartsPerSecond">Rate at which the sessions were started.</param>
/// <param name="Memory">Memory.</param>
public sealed record EngineReport(string Engine, double StartToReadySeconds, double SessionStartsPerSecond, MemoryReport Memory);
