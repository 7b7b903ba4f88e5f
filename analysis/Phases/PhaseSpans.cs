namespace Sems.Analysis.Phases;

/// <summary>Puts phases of single readings together into spans, and says how sure they are.</summary>
internal static class PhaseSpans
{
    public static IReadOnlyList<PhaseSpan> Of(ChargeSignal signal, ChargePhase[] phases, Dictionary<int, double> knees)
    {
        var spans = new List<PhaseSpan>();
        var from = 0;
        for (var i = 1; i <= phases.Length; i++)
        {
            var gap = i < phases.Length && signal.Points[i].AtMs - signal.Points[i - 1].AtMs > PhaseFinder.LongestStepMs;
            if (i < phases.Length && phases[i] == phases[from] && !gap) continue;
            var to = i == phases.Length || gap ? i - 1 : i;
            spans.Add(new PhaseSpan(phases[from], signal.Points[from].AtMs, signal.Points[to].AtMs, Confidence(signal, phases[from], from, i, knees)));
            from = i;
        }

        return spans;
    }

    /// <summary>
    /// The share of the readings that look like the phase, times that of the span that its knees leave in no doubt, times what so few readings
    /// are worth (n / (n + 1)).
    /// </summary>
    private static double Confidence(ChargeSignal signal, ChargePhase phase, int from, int to, Dictionary<int, double> knees)
    {
        var fits = 0;
        for (var i = from; i < to; i++) fits += Fits(signal, phase, i) ? 1 : 0;
        var n = to - from;
        var seconds = Math.Max(signal.StepS, signal.At[to - 1] - signal.At[from]);
        var doubt = knees.GetValueOrDefault(from) + knees.GetValueOrDefault(to);
        return Math.Round((double)fits / n * Math.Max(0.3, 1 - (doubt / seconds)) * (n / (n + 1d)), 3);
    }

    private static bool Fits(ChargeSignal signal, ChargePhase phase, int i)
    {
        var share = signal.Current[i] / Math.Max(signal.PlateauA, 1e-9);
        return phase switch
        {
            ChargePhase.ConstantCurrent => share is > PhaseFinder.ConstantShare and < 1.15,
            ChargePhase.Taper => share < 1.02 && signal.Current[i] >= signal.FloorA,
            ChargePhase.Trickle => share < TrickleFinder.MostShare * 1.2 && signal.Current[i] >= signal.FloorA,
            _ => share < 1 / 10d,
        };
    }
}
