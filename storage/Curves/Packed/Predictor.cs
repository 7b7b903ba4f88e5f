namespace Sems.Storage.Curves.Packed;

/// <summary>
/// Guesses the next number of a column in several ways and goes by the one that was nearest of late: the last number suits steps,
/// a running mean suits noise, the median of three suits gaps, and the caller may have a guess of its own.
/// All in whole numbers that may wrap around: a wild guess costs bytes, never a sample.
/// </summary>
internal struct Predictor
{
    private const int Ways = 4;
    private const int MeanBits = 4;
    private const int MeanShift = 2;
    private const int Forget = 4;
    private const long WorstMiss = 1L << 40;

    private Numbers _guesses;
    private Numbers _misses;
    private int _way;
    private long _last;
    private long _before;
    private long _third;
    private long _mean;

    /// <summary>The next number, most likely.</summary>
    /// <param name="own">The caller's guess.</param>
    public long Guess(long own)
    {
        _guesses[0] = _last;
        _guesses[1] = unchecked(_mean + (1 << (MeanBits - 1))) >> MeanBits;
        _guesses[2] = Math.Max(Math.Min(_last, _before), Math.Min(Math.Max(_last, _before), _third));
        _guesses[3] = own;
        for (var way = 0; way < Ways; way++)
            if (_misses[way] < _misses[_way] - (_misses[_way] >> 3)) _way = way; // changing costs, so the gain must be worth it
        return _guesses[_way];
    }

    /// <summary>What it was.</summary>
    public void Learn(long value)
    {
        for (var way = 0; way < Ways; way++)
        {
            var miss = unchecked(value - _guesses[way]);
            miss = miss is > -WorstMiss and < WorstMiss ? Math.Abs(miss) : WorstMiss;
            _misses[way] += (miss << 8) - (_misses[way] >> Forget);
        }

        (_third, _before, _last) = (_before, _last, value);
        _mean = unchecked(_mean + (((value << MeanBits) - _mean) >> MeanShift));
    }

    /// <summary>Begins with a number: it was never any other.</summary>
    public void Begin(long value) => (_last, _before, _third, _mean) = (value, value, value, unchecked(value << MeanBits));

    [System.Runtime.CompilerServices.InlineArray(Ways)]
    private struct Numbers
    {
        private long _first;
    }
}
