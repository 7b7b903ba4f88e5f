using System.Collections.Immutable;

namespace Sems.Bench.Proofs.Crash;

/// <summary>A session as it must look from outside.</summary>
/// <param name="Points">Its samples as the curve must give them back.</param>
/// <param name="Ended">Whether it has ended and has its bill.</param>
/// <param name="Paid">Whether the bill is paid.</param>
public sealed record MeterSession(ImmutableList<string> Points, bool Ended, bool Paid = false);
