using Sems.GrainInterfaces;

namespace Sems.Grains.Rules;

/// <summary>Full for long, and still in the socket: powered time since full, while the switch is low. Once a session.</summary>
public static class OvertimeRule
{
    /// <summary>When it fires; null when it does not.</summary>
    public static DateTimeOffset? Due(SwitchState state, RuleBook book, TimeSpan after) =>
        state == SwitchState.Low && !book.Has(RuleSet.Overtime) && book.FullAfter is { } full ? book.Power.Reaches(full + after) : null;
}
