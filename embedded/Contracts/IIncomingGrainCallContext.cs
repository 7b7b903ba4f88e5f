using System.Reflection;

namespace Sems.Embedded;

/// <summary>A call on its way through the filters of the grain that is called.</summary>
public interface IIncomingGrainCallContext : IGrainCallContext
{
    /// <summary>The activation of the grain that is called.</summary>
    IGrainContext TargetContext { get; }

    /// <summary>The method as the grain class implements it.</summary>
    MethodInfo ImplementationMethod { get; }
}
