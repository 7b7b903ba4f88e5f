namespace Sems.Analysis.Energy;

/// <summary>
/// Cuts a counter's readings into runs without a break: at steps backward and at steps ahead that are out of all proportion to the counter's own
/// usual rate, whatever unit that is in. One to three odd readings after which it goes on as before are left out.
/// </summary>
internal sealed class CounterRuns
{
    /// <summary>A step ahead may be so many times what the counter's rate explains.</summary>
    private const double Headroom = 4;

    /// <summary>And so many of its usual steps: it may have been about to step.</summary>
    private const double StepsOfGrace = 4;

    /// <summary>Readings in a row that may be odd.</summary>
    private const int MostOdd = 3;

    /// <summary>Steps that tell the usual rate.</summary>
    private const int Window = 15;

    private readonly PowerTrace _trace;
    private readonly IReadOnlyList<CounterReading> _readings;
    private readonly List<(int From, int To)> _changes = []; // places in _readings: the last reading of a value, the first of the next higher one

    private CounterRuns(PowerTrace trace, IReadOnlyList<CounterReading> readings)
    {
        (_trace, _readings) = (trace, readings);
        for (var i = 1; i < readings.Count; i++)
            if (readings[i].Value > readings[i - 1].Value) _changes.Add((i - 1, i));
    }

    /// <summary>The runs, in order, and the readings that were left out.</summary>
    public static (List<CounterRun> Runs, List<CounterReading> Odd) Cut(PowerTrace trace, IReadOnlyList<CounterReading> readings) =>
        new CounterRuns(trace, readings).Cut();

    private (List<CounterRun> Runs, List<CounterReading> Odd) Cut()
    {
        var (runs, odd) = (new List<CounterRun>(), new List<CounterReading>());
        var (run, steppedAt, rates) = (new List<CounterReading>(), 0, new Usual());
        for (var i = 0; i < _readings.Count; i++)
        {
            var reading = _readings[i];
            if (run.Count > 0 && !Follows(run[^1], steppedAt, reading, rates, i))
            {
                if (Resumes(run[^1], steppedAt, rates, i) is { } resumed)
                {
                    for (; i < resumed; i++) odd.Add(_readings[i]);
                    reading = _readings[i];
                }
                else
                {
                    runs.Add(new CounterRun(run));
                    (run, rates) = ([], new Usual());
                }
            }

            if (run.Count == 0) steppedAt = reading.Index;
            else if (reading.Value > run[^1].Value)
            {
                rates.Add(reading.Value - run[^1].Value, _trace.Between(steppedAt, reading.Index));
                steppedAt = reading.Index;
            }

            run.Add(reading);
        }

        if (run.Count > 0) runs.Add(new CounterRun(run));
        return (runs, odd);
    }

    /// <summary>Where the run goes on after a few odd readings; null when it does not.</summary>
    private int? Resumes(CounterReading last, int steppedAt, Usual rates, int odd)
    {
        var wentBack = _readings[odd].Value < last.Value; // what leapt ahead and goes on from there is not odd
        for (var i = odd + 1; i <= odd + MostOdd && i < _readings.Count; i++)
            if (Follows(last, steppedAt, _readings[i], rates, i) && (wentBack || !Follows(_readings[odd], _readings[odd].Index, _readings[i], rates, i))) return i;
        return null;
    }

    private bool Follows(CounterReading last, int steppedAt, CounterReading next, Usual rates, int place)
    {
        var step = next.Value - last.Value;
        if (step < 0) return false;
        if (step == 0) return true;
        var (rate, usual) = rates.Count >= 5 ? rates.Middle() : Ahead(place);
        return step <= (Headroom * rate * _trace.MostBetween(steppedAt, next.Index)) + (StepsOfGrace * usual);
    }

    /// <summary>The usual rate of the next steps, while a run has few of its own.</summary>
    private (double Rate, double Step) Ahead(int place)
    {
        var (first, last) = (0, _changes.Count); // the first change after the place lies between
        while (first < last)
        {
            var middle = (first + last) / 2;
            if (_changes[middle].To > place) last = middle;
            else first = middle + 1;
        }

        var rates = new Usual();
        for (var i = Math.Max(1, first); i < _changes.Count && rates.Count < Window; i++)
        {
            if (_readings[_changes[i].From].Value < _readings[_changes[i - 1].To].Value) continue; // it went backward in between
            rates.Add(_readings[_changes[i].To].Value - _readings[_changes[i].From].Value, _trace.Between(_readings[_changes[i - 1].To].Index, _readings[_changes[i].To].Index));
        }

        // Too few steps to know its rate: physics bounds it, in kWh.
        return rates.Count >= 3 ? rates.Middle() : (_trace.Factor.CounterHigh / 1000, EnergyMeter.CoarsestStepWh / 1000 / StepsOfGrace);
    }

    /// <summary>The last steps of a run: their middle size, and their middle rate by what the trace says was delivered.</summary>
    private sealed class Usual
    {
        private readonly Queue<(double Step, double Wh)> _steps = new();

        public int Count => _steps.Count;

        public void Add(double step, double wh)
        {
            if (_steps.Count == Window) _steps.Dequeue();
            _steps.Enqueue((step, wh));
        }

        public (double Rate, double Step) Middle()
        {
            var rates = _steps.Where(s => s.Wh > 0).Select(s => s.Step / s.Wh).Order().ToList();
            var steps = _steps.Select(s => s.Step).Order().ToList();
            return (rates.Count == 0 ? 0 : rates[rates.Count / 2], steps[steps.Count / 2]);
        }
    }
}
