using Sems.GrainInterfaces;
using Sems.Silo.Metrics;

namespace Sems.Silo.Embedded;

/// <summary>The embedded engine: this process.</summary>
internal sealed class LocalSilo(EmbeddedEngine engine) : ILocalSilo
{
    public string Name => Environment.MachineName;

    public string Address { get; } = $"{Environment.MachineName}/{Environment.ProcessId}";

    public int? WaitingCalls => engine.CountWaitingCalls();

    public Task<IReadOnlyList<ActivationCount>> CountActivationsAsync() => Task.FromResult<IReadOnlyList<ActivationCount>>(
        [.. engine.CountActivations().Select(pair => new ActivationCount(pair.Key.Name, pair.Value)).OrderBy(a => a.Grain, StringComparer.Ordinal)]);
}
