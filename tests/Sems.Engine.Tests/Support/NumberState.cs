using System.Collections.Concurrent;

namespace Sems.Engine.Tests.Support;

/// <summary>A stored state that can be made unreadable.</summary>
[GenerateSerializer, Alias("test.NumberState")]
public sealed class NumberState
{
    /// <summary>States with these numbers cannot be read.</summary>
    public static readonly ConcurrentDictionary<int, bool> Unreadable = new();

    [Id(0)]
    public int Number
    {
        get;
        set => field = Unreadable.ContainsKey(value) ? throw new FormatException("unreadable") : value;
    }
}
