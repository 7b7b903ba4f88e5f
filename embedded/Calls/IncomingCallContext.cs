using System.Reflection;

namespace Sems.Embedded;

/// <summary>Walks one call through the filters to the grain. What the grain answered is boxed only for a filter that asks for it.</summary>
internal sealed class IncomingCallContext(GrainCall call, object grain, IIncomingGrainCallFilter[] filters) : IIncomingGrainCallContext
{
    private int _next;
    private Task? _answer;
    private object? _result;
    private bool _replaced;

    /// <summary>The grain's own answer, unless a filter put another result in its place.</summary>
    public Task? Answer => _replaced ? null : _answer;

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

    public object? Result
    {
        get => !_replaced && _answer is { IsCompletedSuccessfully: true } ? call.ResultOf(_answer) : _result;
        set
        {
            _result = value;
            _replaced = true;
        }
    }

    public Task Invoke()
    {
        try
        {
            if (_next < filters.Length) return filters[_next++].Invoke(this);
            _replaced = false;
            return _answer = call.Answer(grain);
        }
        catch (Exception error)
        {
            return Task.FromException(error);
        }
    }
}
