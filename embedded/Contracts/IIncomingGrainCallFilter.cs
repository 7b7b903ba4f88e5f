namespace Sems.Embedded;

/// <summary>Sees every grain call, inside the turn of the grain that is called. Registered as a service; the first registered is outermost.</summary>
public interface IIncomingGrainCallFilter
{
    /// <summary>Handles one call. Must await <see cref="IGrainCallContext.Invoke"/> or throw, or else set a result itself.</summary>
    /// <param name="context">The call.</param>
    Task Invoke(IIncomingGrainCallContext context);
}
