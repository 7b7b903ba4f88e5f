using System.Reflection;

namespace Sems.Embedded;

/// <summary>Walks one call through the filters to the grain.</summary>
internal sealed class IncomingCallContext(GrainCall call, object grain, IIncomingGrainCallFilter[] filters) : IIncomingGrainCallContext
{
    private int _next;

    public object Grain => grain;

    public GrainId? SourceId { get; } = call.Caller?.Target?.GrainId;

    public GrainId TargetId => call.Target!.GrainId;

    public IGrainContext TargetContext => call.Target!;

    public string InterfaceName => call.Method!.InterfaceName;

    public string MethodName => call.Method!.Name;

    public MethodInfo InterfaceMethod => call.Method!.Declaration;

    public MethodInfo ImplementationMethod
    {
        get
        {
            var map = grain.GetType().GetInterfaceMap(InterfaceMethod.DeclaringType!);
            return map.TargetMethods[Array.IndexOf(map.InterfaceMethods, InterfaceMethod)];
        }
    }

    public object? Result { get; set; }

    public async Task Invoke()
    {
        if (_next < filters.Length) await filters[_next++].Invoke(this);
        else Result = await call.InvokeBoxed(grain);
    }
}
