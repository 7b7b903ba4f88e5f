using System.Runtime.CompilerServices;
using Sems.Analysis.Charging;

namespace Sems.Analysis.Tests.Phases;

/// <summary>What following a charge may cost.</summary>
internal static class OnlineCost
{
    public delegate void Take<T>(ref T state, in CurvePoint point);

    /// <summary>The state fits into so many bytes, holds nothing on the heap, and taking a reading allocates nothing.</summary>
    public static void MustBeSmall<T>(int bytes, Take<T> take) where T : struct
    {
        Assert.False(RuntimeHelpers.IsReferenceOrContainsReferences<T>());
        Assert.InRange(Unsafe.SizeOf<T>(), 1, bytes);
        var points = MadeCurve.Of((60, 1, 1), (60, 1, 0.1), (10, 0, 0));
        var state = default(T);
        for (var i = 0; i < 50; i++) take(ref state, points[i]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (ref readonly var point in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(points)) take(ref state, point);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
