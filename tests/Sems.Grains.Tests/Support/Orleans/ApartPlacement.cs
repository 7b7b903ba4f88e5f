using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime.Placement;

namespace Sems.Grains.Tests.Support;

/// <summary>Meters go to one silo and whoever they talk to goes to the other, so that every call between them crosses.</summary>
[GenerateSerializer, Immutable]
internal sealed class ApartPlacement : PlacementStrategy;

/// <inheritdoc cref="ApartPlacement"/>
internal sealed class ApartPlacementDirector : IPlacementDirector
{
    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        var silos = context.GetCompatibleSilos(target).Order().ToList();
        return Task.FromResult(target.GrainIdentity.Type.ToString() == "ammeter" ? silos[0] : silos[^1]);
    }
}

internal static class ApartPlacementServices
{
    public static void AddApartPlacement(this IServiceCollection services)
    {
        services.AddPlacementDirector<ApartPlacement, ApartPlacementDirector>();
        services.AddSingleton<PlacementStrategy, ApartPlacement>();
    }
}
