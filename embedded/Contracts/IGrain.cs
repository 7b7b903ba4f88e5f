namespace Sems.Embedded;

/// <summary>Marks a grain interface.</summary>
public interface IGrain : IAddressable;
