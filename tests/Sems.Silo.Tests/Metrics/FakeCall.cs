using System.Reflection;
using Sems.GrainInterfaces;

namespace Sems.Silo.Tests.Metrics;

/// <summary>A grain call on its way through a filter, on either engine.</summary>
public class FakeCall : DispatchProxy
{
    private MethodInfo _method = null!;
    private Func<Task> _body = null!;

    /// <summary>A call of a method of <see cref="IAmmeterGrain"/>, or of another interface's.</summary>
    public static IIncomingGrainCallContext Of(string method, Func<Task> body, Type? declaring = null)
    {
        var call = Create<IIncomingGrainCallContext, FakeCall>();
        var fake = (FakeCall)(object)call;
        fake._method = (declaring ?? typeof(IAmmeterGrain)).GetMethod(method)!;
        fake._body = body;
        return call;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name switch
    {
        "get_InterfaceMethod" => _method,
        "get_MethodName" => _method.Name,
        "get_Grain" => new AmmeterGrain(),
        "Invoke" => _body(),
        var other => throw new NotSupportedException(other),
    };

    private sealed class AmmeterGrain;
}
