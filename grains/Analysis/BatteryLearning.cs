using Sems.Analysis.Health;
using Sems.Storage.Analysis;
using Sems.Storage.Registry;

namespace Sems.Grains.Analysis;

/// <summary>What a battery is after one more charge. No clock and no storage: what was known goes in, what is known comes out.</summary>
internal static class BatteryLearning
{
    /// <summary>So many points of a history are kept; of the older half of more, every other goes.</summary>
    public const int MostHistory = 240;

    /// <summary>The battery a charge is to be counted to, before it is: the one there is, or another when the student says it is another bike.</summary>
    /// <param name="before">The student's battery; null for none.</param>
    /// <param name="studentNumber">Whose.</param>
    /// <param name="label">What the student says of it now.</param>
    public static BatteryRecord Target(BatteryRecord? before, string studentNumber, Vehicle label)
    {
        if (before is null) return New(studentNumber, 1, label);
        if (before.IsCurrent && IsAnother(before.Label, label)) return New(studentNumber, before.Number + 1, label);
        var merged = before.IsCurrent ? Merge(before.Label, label) : before.Label;
        return Current(before with { Label = merged, ModelKey = ModelKeys.Of(merged) });
    }

    /// <summary>The battery with the charge.</summary>
    /// <param name="battery">As <see cref="Target"/> has it.</param>
    /// <param name="chargeId">The charge.</param>
    /// <param name="endedAt">When it ended.</param>
    /// <param name="report">What its curve says.</param>
    /// <param name="leftPercent">What the student said was left when it began; null when nothing was said.</param>
    /// <param name="normal">What is normal of its model; null when not known.</param>
    public static BatteryRecord Take(BatteryRecord battery, long chargeId, DateTimeOffset endedAt, KeptReport report, double? leftPercent, ModelNormal? normal)
    {
        var memory = BatteryMemory.FromJson(battery.StateJson);
        var health = VehicleHealth.Take(memory.Health, report.Features, BatteryLabels.Of(battery.Label), leftPercent);
        var reading = VehicleHealth.Read(health, endedAt.ToUnixTimeMilliseconds(), normal);
        var history = KeptBattery.FromJson(battery.ReportJson).History;
        if (reading is { SohPercent: { } soh, Low: { } low, High: { } high })
            history = Bounded([.. history.Append(new KeptHealth(endedAt.ToUnixTimeMilliseconds(), chargeId, soh, low, high)).OrderBy(h => h.AtMs)]);
        return battery with
        {
            Health = new HealthFigures(reading.SohPercent, reading.Low, reading.High, Verdict(reading.Verdict)),
            Charges = battery.Charges + 1,
            FirstAt = battery.Charges == 0 || endedAt < battery.FirstAt ? endedAt : battery.FirstAt,
            LastAt = battery.Charges == 0 || endedAt > battery.LastAt ? endedAt : battery.LastAt,
            ReportJson = new KeptBattery(reading.TrendPercentPerMonth, reading.MonthsTo80, reading.Reasons, reading.Missing, history).ToJson(),
            StateJson = new BatteryMemory(health, BatteryUsual.With(memory.Recent, report)).ToJson(),
        };
    }

    private static BatteryRecord New(string studentNumber, int number, Vehicle label) => new(
        studentNumber, number, true, label, ModelKeys.Of(label), Unknown, 0, default, default, AnalysisVersion.Current, 0, KeptBattery.Nothing.ToJson(),
        BatteryMemory.Empty.ToJson());

    /// <summary>What an earlier version learnt is begun anew.</summary>
    private static BatteryRecord Current(BatteryRecord battery) => battery.Version == AnalysisVersion.Current
        ? battery
        : New(battery.StudentNumber, battery.Number, battery.Label) with { IsCurrent = battery.IsCurrent, Revision = battery.Revision };

    private static HealthFigures Unknown => new(null, null, null, BatteryVerdict.NotEnoughData);

    private static bool IsAnother(Vehicle before, Vehicle now) =>
        ModelKeys.Differ(before.Brand, now.Brand) || ModelKeys.Differ(before.Model, now.Model) || Differ(before.RatedVoltage, now.RatedVoltage)
        || Differ(before.RatedAh, now.RatedAh) || (BatteryLabels.Of(before).Kind, BatteryLabels.Of(now).Kind) is var (one, other) && one != other && one != 0 && other != 0;

    private static bool Differ(double? one, double? other) => one is { } a && other is { } b && Math.Abs(a - b) > 0.01;

    /// <summary>What is said now; what is not said any more stays as it was said before.</summary>
    private static Vehicle Merge(Vehicle before, Vehicle now) => new(
        now.Brand ?? before.Brand, now.Model ?? before.Model, now.BatteryType ?? before.BatteryType, now.RatedVoltage ?? before.RatedVoltage, now.RatedAh ?? before.RatedAh);

    private static IReadOnlyList<KeptHealth> Bounded(IReadOnlyList<KeptHealth> history) =>
        history.Count <= MostHistory ? history : [.. history.Where((_, i) => i >= MostHistory / 2 || i % 2 == 0)];

    private static BatteryVerdict Verdict(HealthVerdict verdict) => verdict switch
    {
        HealthVerdict.Good => BatteryVerdict.Good,
        HealthVerdict.Watch => BatteryVerdict.Watch,
        HealthVerdict.LikelyAged => BatteryVerdict.LikelyAged,
        _ => BatteryVerdict.NotEnoughData,
    };
}
