using System.Collections.Concurrent;
using System.Globalization;
using Sems.Analysis.Charging;
using Sems.Analysis.Danger;
using Sems.Simulator.Time;

namespace Sems.Bench.Danger;

/// <summary>Puts labelled faults into charges and counts which are found, how soon, and what is told of charges with nothing wrong.</summary>
internal sealed class DangerLab(int seed, int charges, IReadOnlyList<string> recordings)
{
    private const int ChargesPerBattery = 10;
    private const int MostTries = 8;
    private readonly ConcurrentBag<(string? Kind, bool Alarm)[]> _normal = [];
    private readonly ConcurrentBag<Trial> _trials = [];
    private int _done;

    /// <summary>Is told of every fault that was not found, and every false alarm.</summary>
    public Action<string>? Missed { get; init; }

    /// <summary>Runs it.</summary>
    /// <param name="progress">Is told how far it is, 0 to 1.</param>
    public LabResult Run(Action<double>? progress = null)
    {
        var batteries = Math.Max(1, charges / ChargesPerBattery);
        Parallel.For(0, batteries, i =>
        {
            OfBattery(i);
            progress?.Invoke(Interlocked.Increment(ref _done) / (double)batteries);
        });
        foreach (var file in recordings) OfRecording(file);
        return new LabResult(seed, Tell(), [.. Injection.All.SelectMany(Scores)]);
    }

    private void OfBattery(int number)
    {
        var random = Seeds.Stream(seed, "battery", number.ToString(CultureInfo.InvariantCulture));
        var battery = LabBattery.Any(random);
        var usual = battery.History(random, random.Chance(0.15) ? random.Next(0, 5) : random.Next(5, 25));
        for (var i = 0; i < ChargesPerBattery; i++) Normal(battery.Charge(random), usual);
        foreach (var injection in Injection.All)
            foreach (var strength in Enum.GetValues<Strength>())
                Inject(injection, strength, random, () => new LabCurve(battery.Charge(random), usual, "simulated"));
    }

    private void OfRecording(string file)
    {
        var random = Seeds.Stream(seed, "recording", Path.GetFileName(file));
        var recorded = RealCurves.Read(file).Where(c => c.Count > 100).ToList();
        foreach (var curve in recorded) Normal(curve, usual: null);
        for (var i = 0; i < Math.Max(10, charges / 100); i++)
            foreach (var injection in Injection.All)
                foreach (var strength in Enum.GetValues<Strength>())
                    Inject(injection, strength, random, () => new LabCurve(CurveCleaning.Clean(random.Pick(recorded)).Points, usual: null, Path.GetFileName(file)));
    }

    private void Normal(IReadOnlyList<CurvePoint> points, ChargeUsual? usual)
    {
        var found = DangerFinder.Find(points, [], usual);
        if (found.FirstOrDefault(f => f.Severity >= FindingSeverity.Warning) is { } alarm)
            Missed?.Invoke(string.Create(CultureInfo.InvariantCulture, $"false alarm after {(alarm.AtMs - points[0].AtMs) / 1000} s of {(points[^1].AtMs - points[0].AtMs) / 1000}: {FindingWords.Name(alarm.Kind)} {alarm.Message}; {usual}"));
        _normal.Add([.. found.Select(f => ((string?)FindingWords.Name(f.Kind), f.Severity >= FindingSeverity.Warning)).DefaultIfEmpty((null, false))]);
    }

    private void Inject(Injection injection, Strength strength, Random random, Func<LabCurve> next)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var curve = next();
            if (curve.PlateauA == 0 || injection.Into(curve, injection.Figures[(int)strength], random) is not { } injected) continue;
            var found = DangerFinder.Find(injected.Points, [], curve.Usual).FirstOrDefault(f => f.Kind == injection.Kind);
            // What comes long before the fault is there was not found by it.
            var at = found is null || found.AtMs < injected.ObservableMs - 3_600_000 ? (long?)null : found.AtMs;
            var samples = at is null ? 0 : injected.Points.Where(p => p.AtMs >= injected.ObservableMs && p.AtMs <= at).Select(p => p.AtMs).Distinct().Count();
            if (at is null)
            {
                Missed?.Invoke(string.Create(CultureInfo.InvariantCulture,
                    $"{injection.Name} {strength} in {curve.Name}: plateau {curve.PlateauA:0.00} A, observable after {(injected.ObservableMs - injected.Points[0].AtMs) / 1000} s, found after {(found?.AtMs - injected.Points[0].AtMs) / 1000} s: {found?.Message}; {curve.Usual}"));
            }

            _trials.Add(new Trial(injection.Name, strength, at is { } ms ? Math.Max(0, (ms - injected.ObservableMs) / 1000d) : null, samples));
            return;
        }
    }

    private FalseAlarms Tell() => new(
        _normal.Count, _normal.Count(c => c.Any(f => f.Alarm)),
        _normal.SelectMany(c => c.Where(f => f.Alarm)).CountBy(f => f.Kind!).ToDictionary(), _normal.SelectMany(c => c.Where(f => !f.Alarm && f.Kind is not null)).CountBy(f => f.Kind!).ToDictionary());

    private IEnumerable<InjectionScore> Scores(Injection injection) => Enum.GetValues<Strength>().Select(strength =>
    {
        var trials = _trials.Where(t => t.Name == injection.Name && t.Strength == strength).ToList();
        var seconds = trials.Where(t => t.Seconds is not null).Select(t => t.Seconds!.Value).Order().ToList();
        var figure = string.Create(CultureInfo.InvariantCulture, $"{injection.Figures[(int)strength]} {injection.Figure}");
        return new InjectionScore(
            injection.Name, FindingWords.Name(injection.Kind), strength.ToString().ToLowerInvariant(), figure, trials.Count, seconds.Count,
            seconds.Count == 0 ? null : seconds[seconds.Count / 2], seconds.Count == 0 ? null : seconds[(int)(seconds.Count * 0.95)],
            seconds.Count == 0 ? null : trials.Max(t => t.Samples));
    });

    private sealed record Trial(string Name, Strength Strength, double? Seconds, int Samples);
}
