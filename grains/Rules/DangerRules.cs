using System.Runtime.CompilerServices;
using Sems.Analysis.Danger;
using Sems.Grains.Settings;

namespace Sems.Grains.Rules;

/// <summary>The rules that <see cref="DangerWatch"/> carries out: their signs, and their figures as the settings have them.</summary>
internal static class DangerRules
{
    private const int FirstBit = 13;
    private const double Percent = 100;

    /// <summary>
    /// Not told while a charge runs: a sudden end is nearly always a rider who takes the bike, and meters do not see cells.
    /// </summary>
    private const DangerSigns Afterwards = DangerSigns.SuddenDrop | DangerSigns.CellOverVoltage;

    private static readonly ConditionalWeakTable<RuleSettings, DangerLimits> Known = [];

    /// <summary>The rules of signs.</summary>
    public static RuleSet Of(DangerSigns signs) => (RuleSet)((int)(signs & ~Afterwards) << FirstBit);

    /// <summary>The sign of a rule.</summary>
    public static DangerSigns SignOf(RuleSet rule) => (DangerSigns)((int)rule >> FirstBit);

    /// <summary>The figures of settings; worked out once for each.</summary>
    public static DangerLimits LimitsOf(RuleSettings rules) => Known.TryGetValue(rules, out var limits) ? limits : Known.GetValue(rules, static r => new DangerLimits
    {
        Surge = Share(r.CurrentSurge),
        TaperRise = Share(r.TaperRise),
        Oscillation = Share(r.Oscillation),
        Creep = Share(r.CurrentCreep),
        Spikes = Share(r.RepeatedSpikes),
        NoTaper = Share(r.NoTaper),
        OverEnergy = Share(r.OverEnergy),
        UnlikeUsual = Share(r.UnlikeUsual),
        PoorContact = new RowLimit(r.PoorContact.Limit, r.PoorContact.Samples),
        HighTail = Share(r.HighTail),
    });

    private static RowLimit Share(LimitRule rule) => new(rule.Limit / Percent, rule.Samples);
}
