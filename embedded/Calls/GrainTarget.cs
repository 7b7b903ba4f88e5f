namespace Sems.Embedded;

/// <summary>What a grain reference is made from. Part of the engine.</summary>
public sealed class GrainTarget
{
    internal GrainTarget(GrainClass grainClass, GrainMethod[] methods, string key)
    {
        Class = grainClass;
        Methods = methods;
        Key = key;
    }

    internal GrainClass Class { get; }

    internal GrainMethod[] Methods { get; }

    internal string Key { get; }
}
