namespace Sems.Gateway.Live;

/// <summary>Those who look on alike: operators, students. Each has room of its own, so that the one cannot keep the other out.</summary>
/// <param name="Name">Who.</param>
/// <param name="Most">How many streams, in all.</param>
/// <param name="MostOfOne">How many of one user.</param>
internal sealed record LiveAudience(string Name, int Most, int MostOfOne);
