using Sems.Analysis.Anomalies;

namespace Sems.Analysis.Danger;

/// <summary>An <see cref="Episode"/> in one byte: rows of up to 60 readings.</summary>
internal struct Row
{
    private const byte OpenBit = 0x80;
    private byte _bits;

    /// <summary>Something is wrong.</summary>
    public readonly bool IsOpen => (_bits & OpenBit) != 0;

    /// <summary>Readings in a row that say otherwise.</summary>
    public readonly int Count => _bits & ~OpenBit;

    /// <summary>Takes what one more reading says; null when it says nothing.</summary>
    public void Take(bool? wrong, int samples)
    {
        var next = new Episode(IsOpen, (byte)Count).Next(wrong, samples);
        _bits = (byte)(next.Row | (next.IsOpen ? OpenBit : 0));
    }
}
