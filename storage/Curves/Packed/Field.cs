namespace Sems.Storage.Curves.Packed;

/// <summary>
/// A field of all samples of a chunk: decimals of one scale (or doubles by their bits) in a column; the few numbers that do not fit
/// the scale are exceptions and stand by themselves.
/// </summary>
/// <param name="kind">The decimal scale 0–6, or <see cref="DecimalScale.Raw"/>.</param>
/// <param name="counts">It counts upward (time, energy): the column is of its steps.</param>
internal sealed class Field(int kind, bool counts = false)
{
    private readonly Column _column = new();
    private BitModel _exception;
    private bool _begun;
    private long _last;

    /// <summary>Whether a number fits the scale.</summary>
    public bool Fits(double value) => kind == DecimalScale.Raw || DecimalScale.TryMantissa(value, kind, out _);

    /// <summary>Codes a number.</summary>
    /// <param name="coder">The coder.</param>
    /// <param name="fits">The number is known to fit.</param>
    /// <param name="value">The number, when encoding.</param>
    /// <param name="guess">The caller's guess, or NaN.</param>
    public double Code<T>(ref T coder, bool fits, double value, double guess = double.NaN) where T : struct, IBitCoder, allows ref struct
    {
        if (!fits && coder.Bit(ref _exception, !Fits(value)))
            return BitConverter.UInt64BitsToDouble(coder.Plain(BitConverter.DoubleToUInt64Bits(value), 64));
        var mantissa = Mantissa(value);
        if (!counts) mantissa = _column.Code(ref coder, mantissa, Mantissa(guess));
        else if (_begun) mantissa = unchecked(_last + _column.Code(ref coder, mantissa - _last, 0));
        else mantissa = PlainNumber.Code(ref coder, mantissa);
        (_last, _begun) = (mantissa, true);
        return kind == DecimalScale.Raw ? BitConverter.Int64BitsToDouble(mantissa) : DecimalScale.Value(mantissa, kind);
    }

    private long Mantissa(double value) => kind == DecimalScale.Raw
        ? BitConverter.DoubleToInt64Bits(value)
        : DecimalScale.Nearest(value, kind, out _);
}
