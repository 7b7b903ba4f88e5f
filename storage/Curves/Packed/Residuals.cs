using System.Numerics;

namespace Sems.Storage.Curves.Packed;

/// <summary>
/// How far a column's numbers lie from their guesses. A miss is told as its length in bits, its sign, and the bits below the leading
/// one; how likely each is depends on how large the last misses were.
/// </summary>
internal sealed class Residuals
{
    private const int Levels = 16;
    private const int Lengths = 14;
    private readonly BitModel[] _zero = new BitModel[Levels * 4];
    private readonly BitModel[] _longer = new BitModel[Levels * Lengths];
    private readonly BitModel[] _sign = new BitModel[3];
    private readonly BitModel[] _high = new BitModel[(Lengths + 1) * 4];
    private int _level;
    private int _zeros;
    private int _lastSign;

    /// <summary>Codes a miss.</summary>
    public long Code<T>(ref T coder, long miss) where T : struct, IBitCoder, allows ref struct
    {
        var size = unchecked((ulong)(miss < 0 ? -miss : miss));
        var level = Math.Min(BitOperations.Log2((uint)_level + 1), Levels - 1);
        var isZero = coder.Bit(ref _zero[(level * 4) + _zeros], size == 0);
        if (isZero)
        {
            Remember(0, 0);
            return 0;
        }

        size = Size(ref coder, size, level);
        var negative = coder.Bit(ref _sign[_lastSign], miss < 0);
        Remember(size, negative ? 2 : 1);
        return unchecked(negative ? -(long)size : (long)size);
    }

    private ulong Size<T>(ref T coder, ulong size, int level) where T : struct, IBitCoder, allows ref struct
    {
        var said = 64 - BitOperations.LeadingZeroCount(size);
        var length = 1;
        while (length <= Lengths && coder.Bit(ref _longer[(level * Lengths) + length - 1], said > length)) length++;
        if (length > Lengths) length = 1 + (int)coder.Plain((ulong)said - 1, 6);
        if (length == 1) return 1;

        var below = length - 1;
        var models = Math.Min(length, Lengths + 1) - 1;
        var read = 1UL;
        var node = 0; // the two bits below the leading one are not even chances: misses thin out outward
        for (var i = 0; i < 2 && below > 0; i++)
        {
            below--;
            var bit = coder.Bit(ref _high[(models * 4) + node], ((size >> below) & 1) != 0);
            read = (read << 1) | (bit ? 1UL : 0);
            node = bit ? 2 : 1;
        }

        return (read << below) | coder.Plain(size & ((1UL << below) - 1), below);
    }

    private void Remember(ulong size, int sign)
    {
        _level += ((int)(Math.Min(size, 1 << 16) << 4) - _level) >> 2;
        _zeros = ((_zeros << 1) | (size == 0 ? 1 : 0)) & 3;
        _lastSign = sign;
    }
}
