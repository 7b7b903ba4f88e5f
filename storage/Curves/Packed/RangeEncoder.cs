namespace Sems.Storage.Curves.Packed;

/// <summary>
/// A binary range coder (G. N. N. Martin, 1979), with the carry handled as LZMA does: a byte is held back, with the 0xFF bytes after
/// it, until no carry can reach them.
/// </summary>
internal struct RangeEncoder() : IBitCoder
{
    private const uint Smallest = 1 << 24;
    private byte[] _bytes = new byte[1_024];
    private ulong _low;
    private uint _range = uint.MaxValue;
    private byte _held;
    private int _pending;
    private bool _started;

    /// <summary>Bytes written, those held back included.</summary>
    public int Length { get; private set; }

    public bool Bit(ref BitModel model, bool bit)
    {
        var split = (_range >> 16) * model.FalseChance;
        if (bit)
        {
            _low += split;
            _range -= split;
        }
        else
        {
            _range = split;
        }

        model.Learn(bit);
        Normalize();
        return bit;
    }

    public ulong Plain(ulong value, int bits)
    {
        for (var left = bits; left > 0;)
        {
            var take = Math.Min(left, 16);
            left -= take;
            _range >>= take;
            _low += ((value >> left) & ((1u << take) - 1)) * _range;
            Normalize();
        }

        return value;
    }

    /// <summary>Ends the code; a reader takes the zeros cut off at its end for read.</summary>
    public ReadOnlySpan<byte> Finish()
    {
        // Of all numbers within the range, the one that ends in most zeros.
        for (var zeros = 32; zeros >= 0; zeros--)
        {
            var number = (_low + _range - 1) >> zeros << zeros;
            if (number < _low) continue;
            _low = number;
            break;
        }

        for (var i = 0; i < 5; i++) Shift();
        return _bytes.AsSpan(0, Length).TrimEnd((byte)0);
    }

    private void Normalize()
    {
        while (_range < Smallest)
        {
            _range <<= 8;
            Shift();
        }
    }

    private void Shift()
    {
        if (_low is < 0xFF00_0000 or > uint.MaxValue)
        {
            var carry = (byte)(_low >> 32);
            if (_started) Put((byte)(_held + carry)); // before the first byte there is nothing, and no carry reaches it
            for (; _pending > 0; _pending--) Put((byte)(0xFF + carry));
            (_held, _started) = ((byte)(_low >> 24), true);
        }
        else
        {
            _pending++;
        }

        _low = (_low & 0x00FF_FFFF) << 8;
    }

    private void Put(byte value)
    {
        if (Length == _bytes.Length) Array.Resize(ref _bytes, Length * 2);
        _bytes[Length++] = value;
    }
}
