namespace Sems.Simulator.WeChat.Api;

/// <summary>How a path was called.</summary>
/// <param name="Path">The path.</param>
/// <param name="Count">How often.</param>
/// <param name="MostAtOnce">How many were under way at once, at most.</param>
public sealed record CallCount(string Path, int Count, int MostAtOnce);
