using Sems.GrainInterfaces;

namespace Sems.Grains.Students;

/// <summary>What a step with a bill must be told: a waiver why, the others may be.</summary>
public static class BillReason
{
    /// <summary>The most characters (Unicode code points) of a reason.</summary>
    public const int Longest = 200;

    /// <summary>The reason as it is kept: without blanks around it, null when nothing is left.</summary>
    public static string? Tidy(string? reason) => string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();

    /// <summary>Whether a tidy reason will do for the step.</summary>
    public static BillRefusal Check(BillStep step, string? reason)
    {
        if (reason is null) return step == BillStep.Waive ? BillRefusal.ReasonMissing : BillRefusal.None;
        return reason.EnumerateRunes().Count() > Longest || reason.Any(char.IsControl) ? BillRefusal.ReasonUnfit : BillRefusal.None;
    }
}
