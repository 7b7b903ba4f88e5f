namespace Sems.Simulator.WeChat.Chat;

/// <summary>A line of a template message.</summary>
/// <param name="Name">The field of its data.</param>
/// <param name="Label">What stands before it.</param>
/// <param name="Value">What it says.</param>
public sealed record ChatField(string Name, string Label, string Value);
