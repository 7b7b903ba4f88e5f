namespace Sems.Storage.Curves.Packed;

/// <summary>
/// Either end of a range coder. An encoder writes the bits it is given and returns them; a decoder ignores them and returns those it
/// reads. A model written against this is the same on both ends by construction.
/// </summary>
internal interface IBitCoder
{
    /// <summary>A bit that costs little where the model expects it.</summary>
    bool Bit(ref BitModel model, bool bit);

    /// <summary>Up to 64 low bits, at a bit each.</summary>
    ulong Plain(ulong value, int bits);
}
