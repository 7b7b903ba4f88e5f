using Sems.GrainInterfaces;
using Sems.Grains.Ammeters;
using Sems.Grains.Settings;

namespace Sems.Grains.Rules;

/// <summary>What the rules of a session go by, beside what was decided before.</summary>
/// <param name="Key">The meter.</param>
/// <param name="Names">Its names.</param>
/// <param name="Progress">What the samples add up to.</param>
/// <param name="Settings">The rules in force.</param>
/// <param name="Now">The server's clock.</param>
/// <param name="HeardAt">When a sample came last, or null.</param>
/// <param name="Heard">One came right now.</param>
/// <param name="ListeningSince">Since when this process would have heard one.</param>
internal readonly record struct Evidence(
    AmmeterKey Key, MeterNames Names, SessionProgress Progress, ChargingSettings Settings, DateTimeOffset Now, DateTimeOffset? HeardAt, bool Heard,
    DateTimeOffset ListeningSince);
