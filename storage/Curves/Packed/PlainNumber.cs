using System.Numerics;

namespace Sems.Storage.Curves.Packed;

/// <summary>A number nothing is known of: its length, then its bits.</summary>
internal static class PlainNumber
{
    public static long Code<T>(ref T coder, long value) where T : struct, IBitCoder, allows ref struct
    {
        var folded = Varint.ZigZag(value);
        var length = (int)coder.Plain((ulong)(64 - BitOperations.LeadingZeroCount(folded)), 7);
        return Varint.UnZigZag(coder.Plain(folded, length));
    }
}
