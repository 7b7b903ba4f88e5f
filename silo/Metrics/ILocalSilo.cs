using Sems.GrainInterfaces;

namespace Sems.Silo.Metrics;

/// <summary>What the engine says of the silo in this process.</summary>
internal interface ILocalSilo
{
    /// <summary>What people call it.</summary>
    string Name { get; }

    /// <summary>Names this run of it, unlike any other.</summary>
    string Address { get; }

    /// <summary>Grain calls that wait for their turn now; null where the engine does not tell.</summary>
    int? WaitingCalls { get; }

    /// <summary>SEMS's own grains in its memory, by grain class.</summary>
    Task<IReadOnlyList<ActivationCount>> CountActivationsAsync();
}
