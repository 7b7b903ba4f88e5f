namespace Sems.GrainInterfaces;

/// <summary>What the charges of a student's battery say; the key is the student number, or the pseudonym the charges of an erased one go by.</summary>
[Alias("sems.IBatteryGrain")]
public interface IBatteryGrain : IGrainWithStringKey
{
    /// <summary>Analyses the curve of a charge that ended, once; battery and model learn from it. Safe to repeat.</summary>
    /// <param name="chargeId">One of this student's.</param>
    /// <returns>False: something changed meanwhile, to be tried again.</returns>
    [Alias("Learn")]
    Task<bool> Learn(long chargeId);

    /// <summary>It could not be learnt, however often it was tried: nobody tries any more.</summary>
    /// <param name="chargeId">One of this student's.</param>
    [Alias("GiveUp")]
    Task GiveUp(long chargeId);
}
