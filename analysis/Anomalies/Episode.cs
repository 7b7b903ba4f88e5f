namespace Sems.Analysis.Anomalies;

/// <summary>
/// Tells one odd sample from something that is wrong: it begins after several wrong samples in a row and is over after as many right
/// ones. Immutable; a few bytes of state.
/// </summary>
/// <param name="IsOpen">Something is wrong.</param>
/// <param name="Row">Samples in a row that say otherwise than <paramref name="IsOpen"/>.</param>
public readonly record struct Episode(bool IsOpen, byte Row)
{
    /// <summary>The episode after one more sample.</summary>
    /// <param name="wrong">What the sample says; null when it says nothing, as when a value was not sent.</param>
    /// <param name="samples">So many in a row begin and end it, 1 to 255.</param>
    public Episode Next(bool? wrong, int samples)
    {
        if (wrong is not { } now) return this;
        if (now == IsOpen) return new Episode(IsOpen, 0);
        return Row + 1 >= samples ? new Episode(now, 0) : new Episode(IsOpen, (byte)(Row + 1));
    }
}
