namespace Sems.Grains.Rules;

/// <summary>No sample comes although the switch is on. Once until the next sample.</summary>
public static class SilenceRule
{
    /// <summary>A process that has just started gives stations this long to speak.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    /// <summary>When it fires; null when it does not.</summary>
    /// <param name="book">What was decided; its clock runs while the switch is on, since the start or the last resume.</param>
    /// <param name="heardAt">When a sample came last, or null.</param>
    /// <param name="listeningSince">Since when this process would have heard one.</param>
    /// <param name="after">So long without a sample.</param>
    public static DateTimeOffset? Due(RuleBook book, DateTimeOffset? heardAt, DateTimeOffset listeningSince, TimeSpan after)
    {
        if (book.Has(RuleSet.Silence) || book.Power.Since is not { } on) return null;
        var due = (heardAt > on ? heardAt.Value : on) + after;
        var earliest = listeningSince + Grace;
        return due > earliest ? due : earliest;
    }
}
