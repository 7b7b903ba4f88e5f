namespace Sems.Simulator.Students;

/// <summary>One charge a student means to make.</summary>
/// <param name="StateOfCharge">Of the bike on arrival, 0 to 1.</param>
/// <param name="Stay">How long the bike is left, simulated time.</param>
/// <param name="TriesSecond">When, after the start, the student tries another meter as well; null for never.</param>
public sealed record Visit(double StateOfCharge, TimeSpan Stay, TimeSpan? TriesSecond);
