using System.Reflection;

namespace Sems.Embedded;

/// <summary>How the engine is set up.</summary>
public sealed class EmbeddedEngineOptions
{
    internal HashSet<Type> GrainTypes { get; } = [];

    /// <summary>The clock of timers and idle collection; by default the <c>TimeProvider</c> service, or the system's.</summary>
    public TimeProvider? TimeProvider { get; set; }

    /// <summary>A grain not called for this long is deactivated; at the latest one <see cref="IdlePeriod"/> after.</summary>
    public TimeSpan IdleAge { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How often idle grains are looked for.</summary>
    public TimeSpan IdlePeriod { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Time OnDeactivateAsync has before its token is cancelled.</summary>
    public TimeSpan DeactivationTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Time <see cref="EmbeddedEngine.StopAsync"/> lets running calls and deactivations have.</summary>
    public TimeSpan StopTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Adds one grain class.</summary>
    /// <typeparam name="TGrain">The class.</typeparam>
    public EmbeddedEngineOptions AddGrain<TGrain>()
        where TGrain : Grain
    {
        GrainTypes.Add(typeof(TGrain));
        return this;
    }

    /// <summary>Adds the grain classes of an assembly: those that derive from <see cref="Grain"/> and have a grain interface.</summary>
    /// <param name="assembly">The assembly.</param>
    public EmbeddedEngineOptions AddGrains(Assembly assembly)
    {
        GrainTypes.UnionWith(assembly.GetTypes().Where(GrainClass.IsGrainClass));
        return this;
    }
}
