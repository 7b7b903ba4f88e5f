namespace Sems.Storage.Curves.Packed;

/// <summary>Reads what <see cref="RangeEncoder"/> wrote; beyond the end it reads zeros.</summary>
internal ref struct RangeDecoder : IBitCoder
{
    private const uint Smallest = 1 << 24;
    private readonly ReadOnlySpan<byte> _bytes;
    private int _at;
    private uint _code;
    private uint _range = uint.MaxValue;

    public RangeDecoder(ReadOnlySpan<byte> bytes)
    {
        _bytes = bytes;
        for (var i = 0; i < 4; i++) _code = (_code << 8) | Next();
    }

    public bool Bit(ref BitModel model, bool bit)
    {
        var split = (_range >> 16) * model.FalseChance;
        bit = _code >= split;
        if (bit)
        {
            _code -= split;
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
        value = 0;
        for (var left = bits; left > 0;)
        {
            var take = Math.Min(left, 16);
            left -= take;
            _range >>= take;
            var part = Math.Min(_code / _range, (1u << take) - 1);
            _code -= part * _range;
            value = (value << take) | part;
            Normalize();
        }

        return value;
    }

    private void Normalize()
    {
        while (_range < Smallest)
        {
            _range <<= 8;
            _code = (_code << 8) | Next();
        }
    }

    private byte Next() => _at < _bytes.Length ? _bytes[_at++] : (byte)0;
}
