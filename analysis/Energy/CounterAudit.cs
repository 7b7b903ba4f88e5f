namespace Sems.Analysis.Energy;

/// <summary>
/// Holds an energy counter against what power, or current and voltage, say was delivered: which stretches of it can be believed, in which unit,
/// and what is wrong with the rest.
/// </summary>
internal sealed class CounterAudit
{
    /// <summary>A run is looked at in so many parts, each of ten steps or more: it may go wrong in its middle.</summary>
    private const int MostParts = 8;
    private const double StepsOfPart = 10;

    private static readonly Comparer<CounterReading> ByIndex = Comparer<CounterReading>.Create((a, b) => a.Index.CompareTo(b.Index));

    private readonly PowerTrace _trace;
    private readonly CounterFaults _faults;
    private readonly List<CounterStretch> _stretches = [];

    private CounterAudit(PowerTrace trace) => (_trace, _faults) = (trace, new CounterFaults(trace.Points));

    /// <summary>Where it can be believed, in order.</summary>
    public IReadOnlyList<CounterStretch> Stretches => _stretches;

    /// <summary>What is wrong with it, each kind once, in the order of time.</summary>
    public IReadOnlyList<CounterFault> Faults => _faults.Told();

    /// <summary>Its digits were decoded.</summary>
    public bool IsDecoded { get; private set; }

    /// <summary>Audits the counter of a charge.</summary>
    public static CounterAudit Of(PowerTrace trace)
    {
        var audit = new CounterAudit(trace);
        var readings = new List<CounterReading>();
        for (var i = 0; i < trace.Points.Count; i++)
            if (trace.Points[i].CounterKwh is { } kwh && double.IsFinite(kwh)) readings.Add(new CounterReading(i, kwh));
        if (readings.Count > 1) audit.Look(readings);
        return audit;
    }

    private void Look(List<CounterReading> readings)
    {
        var (runs, odd) = CounterRuns.Cut(_trace, readings);
        if (CounterCoding.Decode(runs) is { } decoded)
        {
            _faults.Add(CounterFaultKind.Coding, decoded[0].Index);
            IsDecoded = true;
            var before = odd;
            (runs, odd) = CounterRuns.Cut(_trace, decoded);
            odd.AddRange(before);
        }

        var known = runs.Select(run => new KnownRun(_trace, run)).ToList();
        NameOdd(readings, odd);
        NameBreaks(known);
        foreach (var run in known) Believe(run);
    }

    private void NameOdd(List<CounterReading> readings, List<CounterReading> odd)
    {
        var last = -2;
        foreach (var reading in odd)
        {
            var place = readings.BinarySearch(reading, ByIndex);
            if (place != last + 1) NameStep(readings[place - 1].Value, readings[place].Value, reading.Index, null);
            last = place;
        }
    }

    private void NameBreaks(List<KnownRun> runs)
    {
        for (var i = 1; i < runs.Count; i++)
        {
            bool? rescaled = runs[i - 1].Decade is { } before && runs[i].Decade is { } after ? before != after : null;
            NameStep(runs[i - 1].Run.Last.Value, runs[i].Run.First.Value, runs[i].Run.First.Index, rescaled);
        }

        var units = runs.Where(r => r.Decade is not null).Select(r => r.Decade).Distinct().ToList();
        if (units is [not 0]) _faults.Add(CounterFaultKind.Scale, runs[0].Run.First.Index);
    }

    private void NameStep(double before, double after, int index, bool? rescaled)
    {
        var scale = rescaled ?? EnergyMeter.IsPowerOfTen(after, before);
        if (scale) _faults.Add(CounterFaultKind.Scale, index);
        if (after < before) _faults.Add(CounterFaultKind.Backward, index);
        else if (!scale) _faults.Add(CounterFaultKind.Jump, index);
    }

    /// <summary>Takes what can be believed of a run: what lies between the times it stood still, part by part.</summary>
    private void Believe(KnownRun run)
    {
        var from = 0;
        foreach (var stand in CounterStillness.Find(_trace, run.Run, run.Step, run.Rate))
        {
            _faults.Add(CounterFaultKind.Stuck, run.Run.Readings[stand.From].Index);
            if (!stand.IsLost) continue;
            BelieveParts(run, from, stand.From);
            from = stand.To;
        }

        BelieveParts(run, from, run.Run.Readings.Count - 1);
    }

    private void BelieveParts(KnownRun run, int from, int to)
    {
        var readings = run.Run.Readings;
        if (to <= from || readings[to].Value <= readings[from].Value) return; // what never stepped tells nothing finer than the trace
        (from, to) = Stepping(readings, from, to);
        var part = Math.Max(StepsOfPart * run.Step, (readings[to].Value - readings[from].Value) / MostParts);
        var wasSound = true;
        for (var first = from; first < to;)
        {
            var last = first + 1;
            while (last < to && (readings[last].Value < readings[first].Value + part || readings[to].Value < readings[last].Value + (part / 2))) last++;
            var sound = CounterScale.IsSound(_trace, readings[first], readings[last], run.Step, run.Decade ?? 0);
            if (sound) Take(run, readings[first], readings[last]);
            else if (wasSound) _faults.Add(CounterFaultKind.Rate, readings[first].Index);
            wasSound = sound;
            first = last;
        }
    }

    /// <summary>From the first step to the last one: between steps nobody knows how much of the next one there already is.</summary>
    private static (int From, int To) Stepping(IReadOnlyList<CounterReading> readings, int from, int to)
    {
        var (first, last) = (from + 1, to);
        while (first < to && readings[first].Value == readings[from].Value) first++;
        while (last > first && readings[last - 1].Value == readings[to].Value) last--;
        return last > first ? (first, last) : (from, to);
    }

    private void Take(KnownRun run, CounterReading from, CounterReading to)
    {
        var wh = CounterScale.Wh(to.Value - from.Value, run.Decade ?? 0);
        if (_stretches is [.., var last] && last.To == from.Index) _stretches[^1] = last with { To = to.Index, Wh = last.Wh + wh };
        else _stretches.Add(new CounterStretch(from.Index, to.Index, wh, CounterScale.Wh(run.Step, run.Decade ?? 0)));
    }

    /// <summary>A run with what is known of it.</summary>
    private sealed class KnownRun
    {
        public KnownRun(PowerTrace trace, CounterRun run)
        {
            Run = run;
            var steps = new List<double>();
            for (var i = 1; i < run.Readings.Count; i++)
                if (run.Readings[i].Value > run.Readings[i - 1].Value) steps.Add(run.Readings[i].Value - run.Readings[i - 1].Value);
            steps.Sort();
            var delivered = trace.Between(run.First.Index, run.Last.Index);
            if (steps.Count < 2)
            {
                Step = UnitOf(run.First.Value);
                Rate = trace.Factor.CounterLow / 1000;
                Decade = steps.Count == 0 || run.Readings.Count < 2 ? null : CounterScale.Find(trace, run.First, run.Last, Step);
                return;
            }

            Step = steps[steps.Count / 2];
            Decade = CounterScale.Find(trace, run.First, run.Last, Step);
            Rate = delivered > 0 ? Math.Max((run.Last.Value - run.First.Value) / delivered, Decade is null ? trace.Factor.CounterLow / 1000 : 0) : 0;
        }

        public CounterRun Run { get; }

        /// <summary>How finely it counts, in its own unit.</summary>
        public double Step { get; }

        /// <summary>Its own unit per Wh of the trace.</summary>
        public double Rate { get; }

        /// <summary>What its kWh are to be multiplied by, as a power of ten; null when it cannot be told.</summary>
        public int? Decade { get; }

        /// <summary>How finely a counter counts that was never seen to step: by its last digit, but for 0.1 kWh where it may be coarser than it shows.</summary>
        private static double UnitOf(double value)
        {
            var unit = EnergyMeter.CoarsestStepWh / 1000;
            while (unit > 0.0011 && Math.Abs((value / unit) - Math.Round(value / unit)) > 1e-6) unit /= 10;
            return unit;
        }
    }
}
