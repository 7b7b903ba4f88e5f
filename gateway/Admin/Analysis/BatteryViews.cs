using Sems.Analysis.Health;
using Sems.Grains.Analysis;
using Sems.Storage.Analysis;
using Sems.Storage.Registry;

namespace Sems.Gateway.Admin.Analysis;

/// <summary>A page of batteries.</summary>
public sealed record BatteryPage(IReadOnlyList<BatteryView> Items, long Total);

/// <summary>How a student's battery is.</summary>
/// <param name="SohPercent">What it holds of what its label says; null when nobody can tell.</param>
/// <param name="Low">No less, likely.</param>
/// <param name="High">No more, likely.</param>
/// <param name="Verdict">good, watch, likely_aged or not_enough_data.</param>
/// <param name="Charges">How many charges tell.</param>
/// <param name="LastAt">When the last of them ended; null for none.</param>
/// <param name="MonthsTo80">Months until it holds 80 %; null when nobody can tell or it does not age.</param>
/// <param name="TrendPercentPerMonth">Percentage points a month; null when nobody can tell.</param>
/// <param name="Reasons">Why, in sentences.</param>
public record BatteryView(
    string StudentNumber, string? Brand, string? Model, string? BatteryType, double? RatedV, double? RatedAh, double? SohPercent, double? Low, double? High,
    string Verdict, long Charges, DateTimeOffset? LastAt, [property: System.Text.Json.Serialization.JsonPropertyName("months_to_80")] RangeView? MonthsTo80,
    RangeView? TrendPercentPerMonth, IReadOnlyList<string> Reasons)
{
    internal static BatteryView Of(BatteryRecord b)
    {
        var report = KeptBattery.FromJson(b.ReportJson);
        return new BatteryView(
            b.StudentNumber, b.Label.Brand, b.Label.Model, b.Label.BatteryType, b.Label.RatedVoltage, b.Label.RatedAh, b.Health.Soh, b.Health.Low, b.Health.High,
            PageText.Word(b.Health.Verdict), b.Charges, b.LastAt, Range(report.MonthsTo80), Range(report.TrendPercentPerMonth), report.Reasons);
    }

    private protected static RangeView? Range(MonthsLeft? months) => months is null ? null : new RangeView(months.Value, months.Low, months.High);

    private protected static RangeView? Range(Interval? interval) => interval is null ? null : new RangeView(interval.Value, interval.Low, interval.High);
}

/// <summary>How a student's battery is, and was.</summary>
/// <param name="History">What was known after each charge, in order.</param>
/// <param name="Missing">What is still needed to tell, in sentences.</param>
public sealed record BatteryDetailView(
    string StudentNumber, string? Brand, string? Model, string? BatteryType, double? RatedV, double? RatedAh, double? SohPercent, double? Low, double? High,
    string Verdict, long Charges, DateTimeOffset? LastAt, RangeView? MonthsTo80, RangeView? TrendPercentPerMonth, IReadOnlyList<string> Reasons,
    IReadOnlyList<BatteryHistoryView> History, IReadOnlyList<string> Missing)
    : BatteryView(
        StudentNumber, Brand, Model, BatteryType, RatedV, RatedAh, SohPercent, Low, High, Verdict, Charges, LastAt, MonthsTo80, TrendPercentPerMonth, Reasons)
{
    internal static new BatteryDetailView Of(BatteryRecord b)
    {
        var report = KeptBattery.FromJson(b.ReportJson);
        return new BatteryDetailView(
            b.StudentNumber, b.Label.Brand, b.Label.Model, b.Label.BatteryType, b.Label.RatedVoltage, b.Label.RatedAh, b.Health.Soh, b.Health.Low, b.Health.High,
            PageText.Word(b.Health.Verdict), b.Charges, b.LastAt, Range(report.MonthsTo80), Range(report.TrendPercentPerMonth), report.Reasons,
            [.. report.History.Select(h => new BatteryHistoryView(DateTimeOffset.FromUnixTimeMilliseconds(h.AtMs), h.ChargeId, h.Soh, h.Low, h.High))], report.Missing);
    }

    /// <summary>A battery that was not charged here yet.</summary>
    internal static BatteryDetailView Unknown(string studentNumber, Vehicle label) => new(
        studentNumber, label.Brand, label.Model, label.BatteryType, label.RatedVoltage, label.RatedAh, null, null, null, PageText.Word(BatteryVerdict.NotEnoughData), 0,
        null, null, null, [], [], ["还没有可分析的充电记录，完成几次充电后再来查看。"]);
}

/// <summary>What was known after a charge.</summary>
/// <param name="At">When the charge ended.</param>
public sealed record BatteryHistoryView(DateTimeOffset At, long ChargeId, double SohPercent, double Low, double High);

/// <summary>All batteries.</summary>
/// <param name="Histogram">How many hold so much, percent, from the least.</param>
/// <param name="MedianSoh">Null when none is known.</param>
public sealed record BatterySummaryView(long Batteries, VerdictCounts ByVerdict, IReadOnlyList<HistogramStep> Histogram, double? MedianSoh)
{
    internal static BatterySummaryView Of(BatterySummary s) => new(
        s.Batteries, new VerdictCounts(
            s.ByVerdict[BatteryVerdict.Good], s.ByVerdict[BatteryVerdict.Watch], s.ByVerdict[BatteryVerdict.LikelyAged], s.ByVerdict[BatteryVerdict.NotEnoughData]),
        [.. s.Histogram.Select(h => new HistogramStep(h.From, h.From + BatterySummary.Step, h.Count))], s.MedianSoh);
}

/// <summary>How many batteries of each verdict.</summary>
public sealed record VerdictCounts(long Good, long Watch, long LikelyAged, long NotEnoughData);

/// <summary>How many hold so much: from (inclusive) to (exclusive), percent.</summary>
public sealed record HistogramStep(double From, double To, long Count);
