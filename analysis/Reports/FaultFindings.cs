using System.Globalization;
using Sems.Analysis.Charging;
using Sems.Analysis.Danger;
using Sems.Analysis.Energy;

namespace Sems.Analysis.Reports;

/// <summary>Tells faults of the rows and of the counter among what was found: they endanger nobody, but somebody should mend the meter.</summary>
internal static class FaultFindings
{
    /// <summary>Of silences and leaps of the clock, so many are told one by one.</summary>
    private const int MostOfAKind = 8;

    private const double SecondsOfDay = 86_400;
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>All of it in the order of time. What the watch over dangers told already is not told twice.</summary>
    public static IReadOnlyList<CurveFinding> With(
        IReadOnlyList<CurveFinding> danger, IReadOnlyList<CurveFault> rows, IReadOnlyList<CounterFault> counter)
    {
        var told = danger.Select(f => f.Kind).ToHashSet();
        var all = new List<CurveFinding>(danger);
        foreach (var fault in counter)
            if (!told.Contains(KindOf(fault.Kind))) all.Add(Notice(KindOf(fault.Kind), fault.AtMs, fault.Message));
        foreach (var (source, kind) in new[] { (CurveFaultKind.Silence, FindingKind.Silence), (CurveFaultKind.ClockLeap, FindingKind.ClockLeap) })
        {
            if (told.Contains(kind)) continue;
            all.AddRange(rows.Where(f => f.Kind == source).Take(MostOfAKind).Select(f => Notice(kind, f.AtMs, Message(f))));
        }

        return [.. all.OrderBy(f => f.AtMs)];
    }

    private static CurveFinding Notice(FindingKind kind, long atMs, string message) =>
        new(kind, atMs, FindingSeverity.Notice, 1, message, FindingText.Advice(kind));

    private static FindingKind KindOf(CounterFaultKind kind) => kind switch
    {
        CounterFaultKind.Backward => FindingKind.CounterBackward,
        CounterFaultKind.Jump => FindingKind.CounterJump,
        CounterFaultKind.Scale => FindingKind.CounterScale,
        CounterFaultKind.Stuck => FindingKind.CounterStuck,
        CounterFaultKind.Coding => FindingKind.CounterCoding,
        CounterFaultKind.Rate => FindingKind.CounterRate,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a kind"),
    };

    private static string Message(CurveFault fault)
    {
        if (fault.Kind == CurveFaultKind.Silence) return Text($"有 {fault.Seconds:0} 秒没有收到采样");
        var days = Math.Abs(fault.Seconds) / SecondsOfDay;
        var way = fault.Seconds < 0 ? "后退" : "前跳";
        if (days < 2) return Text($"采样时钟{way} {Math.Abs(fault.Seconds):0} 秒");
        var year = DateTimeOffset.FromUnixTimeMilliseconds(fault.AtMs + (long)(fault.Seconds * 1000)).ToOffset(China).Year;
        return Text($"采样时钟{way} {days:0} 天，到了 {year} 年");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
