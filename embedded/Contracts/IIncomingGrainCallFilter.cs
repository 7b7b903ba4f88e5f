namespace Sems.Embedded;

/// <summary>Sees every grain call, in the turn of the grain that is called. A service; the first registered is outermost.</summary>
public interface IIncomingGrainCallFilter
{
    /// <summary>Handles one call. Must await <see cref="IGrainCallContext.Invoke"/> or throw, or else set a result itself.</summary>
    /// <param name="context">The call.</param>
    Task Invoke(IIncomingGrainCallContext context);
}
