using System.Reflection;
using System.Reflection.Emit;

namespace Sems.Embedded;

/// <summary>
/// Generates, for a grain interface, the class of its references and for each method a call class with a field per argument:
/// <code>
/// Task&lt;int&gt; IFoo.Bar(int a) => Send&lt;int&gt;(new BarCall { a0 = a }, 3);
/// class BarCall : ResultCall&lt;int&gt; { public int a0; public override Task&lt;int&gt; Invoke(object grain) => ((IFoo)grain).Bar(a0); }
/// </code>
/// </summary>
internal static class ProxyBuilder
{
    private const MethodAttributes Override = MethodAttributes.Public | MethodAttributes.Virtual | MethodAttributes.HideBySig;
    private const MethodAttributes Explicit =
        MethodAttributes.Private | MethodAttributes.Virtual | MethodAttributes.Final | MethodAttributes.HideBySig
        | MethodAttributes.NewSlot;

    private static readonly ModuleBuilder Module = AssemblyBuilder
        .DefineDynamicAssembly(new AssemblyName("Sems.Embedded.Proxies"), AssemblyBuilderAccess.Run).DefineDynamicModule("Proxies");

    private static readonly ConstructorInfo BaseConstructor =
        typeof(GrainReference).GetConstructor(BindingFlags.Instance | BindingFlags.NonPublic, [typeof(GrainTarget)])!;

    private static readonly MethodInfo[] Sends =
        [.. typeof(GrainReference).GetMethods(BindingFlags.Instance | BindingFlags.NonPublic).Where(method => method.Name == "Send")];

    private static readonly Lock Gate = new();
    private static int _count;

    public static bool IsAnswer(Type type) => type == typeof(Task) || type == typeof(ValueTask) || ResultType(type) is not null;

    public static Func<GrainTarget, GrainReference> Build(Type type, MethodInfo[] methods)
    {
        // One dynamic module for all: generating is not thread-safe.
        lock (Gate)
        {
            var name = $"{type.FullName}+Reference{++_count}";
            var proxy = Module.DefineType(name, TypeAttributes.Public | TypeAttributes.Sealed, typeof(GrainReference));
            proxy.AddInterfaceImplementation(type);
            DefineConstructor(proxy);
            for (var number = 0; number < methods.Length; number++)
            {
                DefineMethod(proxy, methods[number], number, BuildCall($"{proxy.Name}.{methods[number].Name}{number}", methods[number]));
            }

            return proxy.CreateType().GetMethod("Create")!.CreateDelegate<Func<GrainTarget, GrainReference>>();
        }
    }

    private static void DefineConstructor(TypeBuilder proxy)
    {
        var constructor = proxy.DefineConstructor(MethodAttributes.Public, CallingConventions.HasThis, [typeof(GrainTarget)]);
        var il = constructor.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Call, BaseConstructor);
        il.Emit(OpCodes.Ret);

        il = proxy.DefineMethod("Create", MethodAttributes.Public | MethodAttributes.Static, typeof(GrainReference), [typeof(GrainTarget)])
            .GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Newobj, constructor);
        il.Emit(OpCodes.Ret);
    }

    private static void DefineMethod(TypeBuilder proxy, MethodInfo method, int number, Type callType)
    {
        Type[] parameters = [.. method.GetParameters().Select(parameter => parameter.ParameterType)];
        var body = proxy.DefineMethod($"{method.DeclaringType}.{method.Name}", Explicit, method.ReturnType, parameters);
        var il = body.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Newobj, callType.GetConstructor(Type.EmptyTypes)!);
        for (var i = 0; i < parameters.Length; i++)
        {
            il.Emit(OpCodes.Dup);
            il.Emit(OpCodes.Ldarg, (short)(i + 1));
            il.Emit(OpCodes.Stfld, callType.GetField($"a{i}")!);
        }

        il.Emit(OpCodes.Ldc_I4, number);
        var result = ResultType(method.ReturnType);
        il.Emit(OpCodes.Call, result is null
            ? Sends.Single(send => !send.IsGenericMethod)
            : Sends.Single(send => send.IsGenericMethod).MakeGenericMethod(result));
        if (method.ReturnType.IsValueType) il.Emit(OpCodes.Newobj, method.ReturnType.GetConstructor([TaskType(result)])!);
        il.Emit(OpCodes.Ret);
        proxy.DefineMethodOverride(body, method);
    }

    private static Type BuildCall(string name, MethodInfo method)
    {
        var result = ResultType(method.ReturnType);
        var callBase = result is null ? typeof(ActionCall) : typeof(ResultCall<>).MakeGenericType(result);
        var call = Module.DefineType(name, TypeAttributes.Public | TypeAttributes.Sealed, callBase);
        call.DefineDefaultConstructor(MethodAttributes.Public);

        var il = call.DefineMethod("Invoke", Override, TaskType(result), [typeof(object)]).GetILGenerator();
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Castclass, method.DeclaringType!);
        foreach (var parameter in method.GetParameters())
        {
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Ldfld, call.DefineField($"a{parameter.Position}", parameter.ParameterType, FieldAttributes.Public));
        }

        il.Emit(OpCodes.Callvirt, method);
        if (method.ReturnType.IsValueType)
        {
            var answer = il.DeclareLocal(method.ReturnType);
            il.Emit(OpCodes.Stloc, answer);
            il.Emit(OpCodes.Ldloca, answer);
            il.Emit(OpCodes.Call, method.ReturnType.GetMethod("AsTask")!);
        }

        il.Emit(OpCodes.Ret);
        return call.CreateType();
    }

    private static Type TaskType(Type? result) => result is null ? typeof(Task) : typeof(Task<>).MakeGenericType(result);

    private static Type? ResultType(Type type) =>
        type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Task<>) || type.GetGenericTypeDefinition() == typeof(ValueTask<>))
            ? type.GetGenericArguments()[0]
            : null;
}
