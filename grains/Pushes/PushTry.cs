using Sems.Storage.Outbox;

namespace Sems.Grains.Pushes;

/// <summary>A push that was tried.</summary>
/// <param name="Push">As it was before.</param>
/// <param name="Attempt">What to record.</param>
/// <param name="Look">Somebody must look.</param>
internal sealed record PushTry(PushRecord Push, PushAttempt Attempt, bool Look);
