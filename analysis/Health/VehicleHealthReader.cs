using System.Globalization;
using Sems.Analysis.Health.Curves;

namespace Sems.Analysis.Health;

/// <summary>Says what the figures mean: the verdict, why, and what is missing.</summary>
internal static class VehicleHealthReader
{
    private const double Ninety = 1.645;
    private const double Aged = 0.80;

    /// <summary>So sure must it be that a battery is below <see cref="Aged"/> to call it likely.</summary>
    private const double Likely = 0.7;
    private const double Possible = 0.3;
    private const double SoonMonths = 6;

    /// <summary>Share by which the taper changes without anybody having to look.</summary>
    private const double TauChange = 0.25;

    private const int LeastTold = 5;
    private const double WidestDeviation = 0.10;
    private const double LeastTrendMonths = 2;
    private const int LeastTrendTold = 8;

    /// <summary>The reading; see <see cref="VehicleHealth.Read"/>.</summary>
    public static VehicleHealthReading Read(VehicleHealthState state, CapacityEstimate? capacity, long nowMs, ModelNormal? usual)
    {
        var (reasons, missing) = (new List<string>(), new List<string>());
        AddMissing(state, missing);
        var isKnown = capacity is not null && state.ToldCharges >= LeastTold && capacity.Deviation <= WidestDeviation;
        AddDeepest(state, nowMs, reasons);
        var hasShift = AddShift(state, usual, reasons);
        if (!isKnown || capacity is null)
        {
            return VehicleHealthReading.Nothing with { Charges = state.Charges, Reasons = reasons, Missing = missing };
        }
        var trend = Trend(state, capacity);
        var months = trend is null ? null : Months(capacity);
        var below = NormalTail.Above((capacity.Share - Aged) / capacity.Deviation);
        var verdict = below >= Likely ? HealthVerdict.LikelyAged
            : below >= Possible || (months is { } left && left.Value < SoonMonths) || hasShift ? HealthVerdict.Watch
            : HealthVerdict.Good;
        var soh = Percent(capacity.Share);
        var (low, high) = (Percent(Math.Max(0, capacity.Share - (Ninety * capacity.Deviation))), Percent(capacity.Share + (Ninety * capacity.Deviation)));
        reasons.Insert(0, $"按 {state.ToldCharges} 次充满且说过剩余电量的充电估算，电池约为额定容量的 {Text(soh)}%（{Text(low)}%–{Text(high)}%）。");
        if (trend is { } slope) reasons.Insert(1, TrendSentence(slope, months));
        if (verdict == HealthVerdict.LikelyAged) reasons.Insert(1, $"低于 80% 的可能性约为 {Text(100 * below)}%，建议检测或更换电池。");
        return new VehicleHealthReading(soh, low, high, verdict, trend, months, state.Charges, reasons, missing);
    }

    private static Interval? Trend(VehicleHealthState state, CapacityEstimate capacity)
    {
        var span = ((state.LastToldMs ?? 0) - (state.FirstToldMs ?? 0)) / VehicleHealth.MonthMs;
        if (span < LeastTrendMonths || state.ToldCharges < LeastTrendTold) return null;
        var apart = Ninety * capacity.ChangeDeviation;
        return new Interval(Percent(capacity.Change), Percent(capacity.Change - apart), Percent(capacity.Change + apart));
    }

    /// <summary>When capacity and its change go on as they are; null when it does not fall. The ends of the interval take the ends of both.</summary>
    private static MonthsLeft? Months(CapacityEstimate capacity)
    {
        const double Falls = -0.0005;
        const double Most = 120;
        if (capacity.Change > Falls) return null;
        var fast = capacity.Change - (Ninety * capacity.ChangeDeviation);
        var slow = capacity.Change + (Ninety * capacity.ChangeDeviation);
        var value = Math.Max(0, (capacity.Share - Aged) / -capacity.Change);
        var low = Math.Max(0, (capacity.Share - (Ninety * capacity.Deviation) - Aged) / -fast);
        var high = slow < Falls ? Math.Max(0, (capacity.Share + (Ninety * capacity.Deviation) - Aged) / -slow) : double.PositiveInfinity;
        return new MonthsLeft(Math.Round(Math.Min(value, Most), 1), Math.Round(Math.Min(low, Most), 1), high <= Most ? Math.Round(high, 1) : null);
    }

    private static void AddMissing(VehicleHealthState state, List<string> missing)
    {
        if (state.RatedWh is null) missing.Add("请在个人资料中填写电池的额定电压（V）和容量（Ah）。");
        if (state.FullCharges < LeastTold) missing.Add($"还需要 {LeastTold - state.FullCharges} 次充到满的充电。");
        if (state.ToldCharges < LeastTold) missing.Add($"还需要 {LeastTold - state.ToldCharges} 次在开始时说明剩余电量（75% 以下）并充到满的充电。");
        var months = ((state.LastToldMs ?? 0) - (state.FirstToldMs ?? 0)) / VehicleHealth.MonthMs;
        if (state.ToldCharges >= LeastTold && months < LeastTrendMonths) missing.Add($"还需要约 {Math.Ceiling((LeastTrendMonths - months) * 30):0} 天的记录才能看出变化趋势。");
    }

    private static void AddDeepest(VehicleHealthState state, long nowMs, List<string> reasons)
    {
        var month = (int)(nowMs / VehicleHealth.MonthMs);
        var late = state.Deepest.Where(d => d.Month > month - 3).Select(d => d.Share).DefaultIfEmpty(0).Max();
        if (late <= 0) return;
        reasons.Add($"近 3 个月最深的一次充电折合额定容量的 {Text(Percent(Math.Min(late, 1.2)))}%，电池至少能存这么多。");
    }

    private static bool AddShift(VehicleHealthState state, ModelNormal? usual, List<string> reasons)
    {
        var tau = state.TaperTau;
        var isShifted = false;
        if (tau.Change is { } change && Math.Abs(change.Change) > change.Error && Math.Abs(change.Change) >= TauChange / 2)
        {
            isShifted = Math.Abs(change.Change) >= TauChange;
            reasons.Add($"电流下降阶段的时间常数从最初的 {Text(tau.First / 60)} 分钟变为 {Text(tau.Late / 60)} 分钟（{change.Change * 100:+0;-0}%），说明电池内部有变化。");
        }
        if (usual?.TaperTauS is > 0 and var normal && tau.Count >= LeastTold && Math.Abs((tau.Late / normal) - 1) >= TauChange)
            reasons.Add($"同型号电池的这一时间常数通常为 {Text(normal / 60)} 分钟，这块为 {Text(tau.Late / 60)} 分钟。");
        return isShifted;
    }

    private static string TrendSentence(Interval trend, MonthsLeft? months)
    {
        var change = $"每月变化 {trend.Value.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture)} 个百分点（{trend.Low.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture)} 至 {trend.High.ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture)}）";
        return months switch
        {
            null => $"{change}，没有看出衰减。",
            { Value: <= 0 } => $"{change}。",
            { High: { } high } => $"{change}，按此约 {Text(months.Value)} 个月后降到 80%（{Text(months.Low)}–{Text(high)} 个月）。",
            _ => $"{change}，按此约 {Text(months.Value)} 个月后降到 80%，最早 {Text(months.Low)} 个月。",
        };
    }

    private static double Percent(double share) => Math.Round(100 * share, 1);

    private static string Text(double value) => Math.Round(value).ToString("0", CultureInfo.InvariantCulture);
}
