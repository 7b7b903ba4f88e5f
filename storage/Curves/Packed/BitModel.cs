namespace Sems.Storage.Curves.Packed;

/// <summary>How likely a bit is; it learns from every one, fast at first. All in whole numbers: the same on every machine.</summary>
internal struct BitModel
{
    private const int Certain = 1 << 16;
    private const int Doubt = 48; // never surer than this, of 65,536: a surprise then costs ten bits, not ruin
    private const int Patience = 40;

    private static readonly int[] Rates = [.. Enumerable.Range(0, Patience + 1).Select(n => (int)(Certain / (n + 1.6)))];

    private short _lean; // from an even chance, so that the default is one
    private byte _seen;

    /// <summary>The chance of a false bit, in 65,536ths.</summary>
    public readonly uint FalseChance => (uint)(_lean + (Certain / 2));

    /// <summary>Learns a bit.</summary>
    public void Learn(bool bit)
    {
        var chance = _lean + (Certain / 2);
        chance += (int)((((bit ? 0L : Certain) - chance) * Rates[_seen]) >> 16);
        _lean = (short)(Math.Clamp(chance, Doubt, Certain - Doubt) - (Certain / 2));
        if (_seen < Patience) _seen++;
    }
}
