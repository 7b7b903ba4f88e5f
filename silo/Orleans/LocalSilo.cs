using Sems.GrainInterfaces;
using Sems.Silo.Metrics;

namespace Sems.Silo.Orleans;

/// <summary>This process's silo. Its management grain counts the grains of Orleans and of the dashboard too; those are left out.</summary>
internal sealed class LocalSilo(ILocalSiloDetails silo, IGrainFactory grains) : ILocalSilo
{
    public string Name => silo.Name;

    public string Address => silo.SiloAddress.ToParsableString();

    /// <summary>Orleans has no meter of them.</summary>
    public int? WaitingCalls => null;

    public async Task<IReadOnlyList<ActivationCount>> CountActivationsAsync()
    {
        var counts = await grains.GetGrain<IManagementGrain>(0).GetSimpleGrainStatistics([silo.SiloAddress]);
        return [.. counts.Where(c => c.GrainType.StartsWith("Sems.", StringComparison.Ordinal) && c.ActivationCount > 0)
            .Select(c => new ActivationCount(ClassName(c.GrainType), c.ActivationCount)).OrderBy(a => a.Grain, StringComparer.Ordinal)];
    }

    /// <summary>"Sems.Grains.Ammeters.AmmeterGrain,Sems.Grains" is AmmeterGrain.</summary>
    private static string ClassName(string type) => type.Split(',')[0].Split('.')[^1];
}
