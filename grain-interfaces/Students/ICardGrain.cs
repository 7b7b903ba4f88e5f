namespace Sems.GrainInterfaces;

/// <summary>One card; the key is its number (序列号).</summary>
[Alias("sems.ICardGrain")]
public interface ICardGrain : IGrainWithStringKey
{
    /// <summary>The student number the card belongs to, or null.</summary>
    [Alias("Resolve")]
    Task<string?> Resolve();

    /// <summary>Who the card's student is and whether they may charge; null when the card belongs to nobody.</summary>
    [Alias("Check")]
    Task<StudentCheck?> Check();

    /// <summary>The card's row in the registry changed: it is read anew.</summary>
    [Alias("Forget"), AlwaysInterleave]
    Task Forget();

    /// <summary>Gives the card to a student.</summary>
    [Alias("Assign")]
    Task Assign(string studentNumber);
}
