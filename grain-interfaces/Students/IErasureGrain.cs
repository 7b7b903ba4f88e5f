namespace Sems.GrainInterfaces;

/// <summary>Forgets one student everywhere; the key is the student number. Apart from the student's own grain, which meters call.</summary>
[Alias("sems.IErasureGrain")]
public interface IErasureGrain : IGrainWithStringKey
{
    /// <summary>
    /// Erases a student's personal data: number and card stay in the roster, not registered; charges, bills and pushes stay under a pseudonym.
    /// </summary>
    /// <param name="passwordHash">Of the password the student has shown to know.</param>
    [Alias("Erase")]
    Task<EraseRefusal> Erase(string passwordHash);
}
