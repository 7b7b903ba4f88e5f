namespace Sems.Storage.Curves.Packed;

/// <summary>The whole numbers of one field: guessed from those before, the misses coded.</summary>
internal sealed class Column
{
    private readonly Residuals _residuals = new();
    private Predictor _predictor;
    private bool _begun;

    /// <summary>Codes the next number.</summary>
    /// <param name="coder">The coder.</param>
    /// <param name="value">The number, when encoding.</param>
    /// <param name="own">The caller's guess.</param>
    public long Code<T>(ref T coder, long value, long own) where T : struct, IBitCoder, allows ref struct
    {
        if (!_begun)
        {
            value = unchecked(own + PlainNumber.Code(ref coder, unchecked(value - own)));
            _predictor.Begin(value);
            _begun = true;
            return value;
        }

        var guess = _predictor.Guess(own);
        value = unchecked(guess + _residuals.Code(ref coder, unchecked(value - guess)));
        _predictor.Learn(value);
        return value;
    }
}
