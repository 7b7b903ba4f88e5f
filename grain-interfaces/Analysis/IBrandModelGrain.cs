namespace Sems.GrainInterfaces;

/// <summary>The normal charge of a brand's model; the key is brand, model and type of battery, made alike.</summary>
[Alias("sems.IBrandModelGrain")]
public interface IBrandModelGrain : IGrainWithStringKey
{
    /// <summary>Learns from a charge that was analysed, once. Safe to repeat.</summary>
    /// <returns>False: something changed meanwhile, to be tried again.</returns>
    [Alias("Learn")]
    Task<bool> Learn(long chargeId);
}
