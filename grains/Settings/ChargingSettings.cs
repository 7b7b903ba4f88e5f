using Sems.Analysis.Charging;
using Sems.Grains.Tariffs;

namespace Sems.Grains.Settings;

/// <summary>The rules a campus runs by.</summary>
public sealed record ChargingSettings
{
    /// <summary>What a charge costs.</summary>
    public Tariff Tariff { get; init; } = Tariff.Default;

    /// <summary>When a battery counts as full.</summary>
    public FullRule Full { get; init; } = FullRule.Default;

    /// <summary>What protects people and money.</summary>
    public RuleSettings Rules { get; init; } = RuleSettings.Default;

    /// <summary>Open sessions one student may have.</summary>
    public int SessionsPerStudent { get; init; } = 1;

    /// <summary>A student who owes more than this (fen) may not start; null for no limit.</summary>
    public long? ArrearsLimitFen { get; init; } = 10_000;

    /// <summary>What administrators see stations on.</summary>
    public MapSettings Map { get; init; } = MapSettings.Default;

    /// <summary>A station that has not polled for this long is offline.</summary>
    public TimeSpan OfflineAfter { get; init; } = TimeSpan.FromSeconds(60);
}
