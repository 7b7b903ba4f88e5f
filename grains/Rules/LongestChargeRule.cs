namespace Sems.Grains.Rules;

/// <summary>Powered for very long, pauses not counted. A person who gives power again gives the whole time again.</summary>
public static class LongestChargeRule
{
    /// <summary>When it fires; null when it does not.</summary>
    public static DateTimeOffset? Due(RuleBook book, TimeSpan longest) =>
        book.Has(RuleSet.LongestCharge) ? null : book.Power.Reaches(longest);
}
