using Sems.Analysis.Anomalies;
using Sems.Analysis.Charging;
using Sems.Analysis.Energy;
using Sems.Analysis.Phases;

namespace Sems.Analysis.Danger;

/// <summary>
/// Everything dangerous or odd in a whole charge. It goes through the curve as the rules go through a running charge, so that both find the same at the
/// same time; what only the whole tells comes last. Each kind is told once, where it was first sure.
/// </summary>
public static class DangerFinder
{
    /// <summary>s; who pulls the plug ends the charge so soon after.</summary>
    private const long PulledMs = 180_000;

    /// <summary>The findings, in the order of their time.</summary>
    /// <param name="points">The curve, as it came.</param>
    /// <param name="phases">Its phases.</param>
    /// <param name="usual">What is usual of the battery; null when not known.</param>
    /// <param name="limits">When to speak; the defaults when null.</param>
    /// <param name="socket">What the socket may carry; the defaults when null.</param>
    public static IReadOnlyList<CurveFinding> Find(
        IReadOnlyList<CurvePoint> points, IReadOnlyList<PhaseSpan> phases, ChargeUsual? usual = null, DangerLimits? limits = null, SocketLimits? socket = null)
    {
        var walk = new Walk(usual, limits ?? DangerLimits.Default, socket ?? SocketLimits.Default);
        foreach (var point in points) walk.Take(point);
        return [.. walk.Found.Where(f => !WasPulled(f, points, phases)).OrderBy(f => f.AtMs)];
    }

    /// <summary>A current that ends because somebody takes the bike, or pauses, is nothing to tell.</summary>
    private static bool WasPulled(CurveFinding finding, IReadOnlyList<CurvePoint> points, IReadOnlyList<PhaseSpan> phases) =>
        finding.Kind == FindingKind.SuddenDrop
        && (points[^1].AtMs - finding.AtMs < PulledMs
            || phases.Any(p => p.Phase == ChargePhase.Interrupted && p.FromMs <= finding.AtMs && finding.AtMs <= p.ToMs));

    /// <summary>One pass over a curve.</summary>
    private sealed class Walk(ChargeUsual? usual, DangerLimits limits, SocketLimits socket)
    {
        private DangerWatch _watch;
        private DangerSigns _signs;
        private FullDetector _full;
        private EnergyMeter _energy;
        private Episode _current, _high, _low, _power, _stray;
        private CurvePoint? _last;

        public List<CurveFinding> Found { get; } = [];

        public void Take(in CurvePoint point)
        {
            var full = _full.IsFull;
            if (_last is { } before && point.AtMs <= before.AtMs) return;
            Measure(point);
            _full = point.Powered ? _full.Next(point.CurrentA, FullRule.Default) : _full.Interrupted();
            double? energy = _energy.Faults > 0 || (_energy.Counter is null && point.PowerW is null) ? null : _energy.Wh;
            _watch.Take(point, energy, usual, limits);
            for (var left = (int)(_watch.Signs & ~_signs); left != 0; left &= left - 1)
            {
                var sign = (DangerSigns)(left & -left);
                var grade = FindingGrade.Of(sign, full);
                Tell(point.AtMs, grade, FindingText.Seen(sign, _watch, point, usual, energy));
            }
            _signs = _watch.Signs;
            JudgeLimits(point);
            _last = point;
        }

        /// <summary>By the counter; by the power where there is none.</summary>
        private void Measure(in CurvePoint point)
        {
            var watts = DrawnPower.Of(point.PowerW, point.CurrentA, point.VoltageV);
            if (point.CounterKwh is { } kwh) _energy = _energy.Next(kwh, point.AtMs, watts);
            else if (_energy.Counter is null && _last is { } last && point.PowerW is { } power)
            {
                var seconds = Math.Min((point.AtMs - last.AtMs) / 1000d, CurveGaps.LongestStep);
                _energy = _energy with { Wh = _energy.Wh + (((last.PowerW ?? power) + power) / 2 * seconds / 3600) };
            }
        }

        private void JudgeLimits(in CurvePoint point)
        {
            var (a, row) = (point.CurrentA, socket.Samples);
            if (Begins(ref _current, Limits.OverCurrent(a, socket.OverCurrentA), row))
                Tell(point.AtMs, new(FindingKind.OverCurrent, FindingSeverity.Danger, 0.95), FindingText.Text($"电流 {a:0.00} A，连续 {row} 个采样超过 {socket.OverCurrentA} A"));
            if (Begins(ref _stray, Limits.StrayCurrent(a, !point.Powered, socket.StrayCurrentA), 2 * row))
                Tell(point.AtMs, new(FindingKind.StrayCurrent, FindingSeverity.Warning, 0.9), FindingText.Text($"开关应已断开，电流 {a:0.00} A"));
            if (point.VoltageV is not { } v || ChargeSides.Of(v) == ChargeSide.Battery) return;
            if (Begins(ref _high, Limits.OverVoltage(v, socket.OverVoltageV), row))
                Tell(point.AtMs, new(FindingKind.OverVoltage, FindingSeverity.Danger, 0.95), FindingText.Text($"电压 {v:0.0} V，连续 {row} 个采样超过 {socket.OverVoltageV} V"));
            if (Begins(ref _low, Limits.UnderVoltage(v, socket.UnderVoltageV), row))
                Tell(point.AtMs, new(FindingKind.UnderVoltage, FindingSeverity.Warning, 0.95), FindingText.Text($"电压 {v:0.0} V，连续 {row} 个采样低于 {socket.UnderVoltageV} V"));
            if (Begins(ref _power, Limits.OverPower(point.PowerW, a, v, socket.OverPowerW), row))
                Tell(point.AtMs, new(FindingKind.OverPower, FindingSeverity.Danger, 0.95), FindingText.Text($"功率 {DrawnPower.Of(point.PowerW, a, v):0} W，连续 {row} 个采样超过 {socket.OverPowerW} W"));
        }

        private static bool Begins(ref Episode episode, bool? wrong, int row)
        {
            var before = episode.IsOpen;
            episode = episode.Next(wrong, row);
            return episode.IsOpen && !before;
        }

        private void Tell(long atMs, FindingGrade grade, string seen)
        {
            if (Found.Any(f => f.Kind == grade.Kind)) return;
            Found.Add(new CurveFinding(grade.Kind, atMs, grade.Severity, grade.Confidence, seen, FindingText.Advice(grade.Kind)));
        }
    }
}
