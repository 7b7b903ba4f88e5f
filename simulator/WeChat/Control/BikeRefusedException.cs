namespace Sems.Simulator.WeChat.Control;

/// <summary>The bike cannot be plugged in or taken away; the message is for whoever tried.</summary>
public sealed class BikeRefusedException(string message) : Exception(message);
