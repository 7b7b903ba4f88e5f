using System.Reflection;

namespace Sems.Embedded;

/// <summary>A method of a grain interface.</summary>
internal sealed class GrainMethod(MethodInfo declaration)
{
    public MethodInfo Declaration { get; } = declaration;

    public string Name => Declaration.Name;

    public string InterfaceName => Declaration.DeclaringType!.FullName!;

    public bool Interleaves { get; } = declaration.IsDefined(typeof(AlwaysInterleaveAttribute));

    public bool ReadOnly { get; } = declaration.IsDefined(typeof(ReadOnlyAttribute));
}
