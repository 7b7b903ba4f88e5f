using System.Globalization;
using Sems.Analysis.Charging;

namespace Sems.Analysis.Danger;

/// <summary>Puts findings into words: what was seen, with figures, and what to do.</summary>
public static class FindingText
{
    /// <summary>What was seen when a sign of the watch appeared: one sentence.</summary>
    /// <param name="sign">One sign.</param>
    /// <param name="watch">The watch that shows it.</param>
    /// <param name="point">The reading that completed it.</param>
    /// <param name="usual">What is usual, as the watch was told.</param>
    /// <param name="energyWh">The session's energy by then, Wh.</param>
    public static string Seen(DangerSigns sign, in DangerWatch watch, in CurvePoint point, ChargeUsual? usual, double? energyWh) => sign switch
    {
        DangerSigns.Surge => Text($"电流由 {watch.PlateauA:0.00} A 突增到 {point.CurrentA:0.00} A"),
        DangerSigns.TaperRise => Text($"电流已降到 {watch.LowestA:0.00} A，又回升到 {point.CurrentA:0.00} A"),
        DangerSigns.Oscillation => Text($"电流反复跳变，现为 {point.CurrentA:0.00} A，本次恒流 {watch.PlateauA:0.00} A"),
        DangerSigns.Creep => Text($"恒流段电流由 {watch.EarlyA:0.00} A 逐渐升高到 {watch.LevelA:0.00} A"),
        DangerSigns.Spikes => Text($"电流反复出现尖峰，平时为 {watch.PlateauA:0.00} A"),
        DangerSigns.SuddenDrop => Text($"电流由 {watch.PlateauA:0.00} A 骤降到 {point.CurrentA:0.00} A，没有逐渐下降的过程"),
        DangerSigns.NoTaper => Text($"此电池以往充电末段电流都会下降，这次没有{Energy(energyWh)}"),
        DangerSigns.OverEnergy => Text($"已充入 {energyWh / 1000:0.00} kWh，{Most(usual)}"),
        DangerSigns.UnlikeUsual when watch.TaperTauS > 0 => Text($"电流下降的快慢与平时不同，时间常数 {watch.TaperTauS / 60:0} 分钟，平时 {usual?.TaperTauS / 60:0} 分钟"),
        DangerSigns.UnlikeUsual => Text($"电流 {watch.LevelA:0.00} A，此电池平时最多 {usual?.PlateauHighA ?? usual?.PlateauA:0.00} A"),
        DangerSigns.PoorContact => Text($"电压 {point.VoltageV:0.0} V，此前平均 {watch.ReferenceV:0.0} V，随电流下跌"),
        DangerSigns.HighTail => Text($"电流在 {watch.LevelA:0.00} A 停留 {watch.HeldSeconds / 60:0} 分钟不再下降"),
        DangerSigns.CellOverVoltage => Text($"电池电压 {point.VoltageV:0.00} V，高于恒压值 {watch.ReferenceV:0.00} V"),
        DangerSigns.CounterStuck => Text($"有电流而电能读数不动，应已充入约 {watch.UncountedWh:0} Wh"),
        _ => throw new ArgumentOutOfRangeException(nameof(sign), sign, "not one sign"),
    };

    /// <summary>What to do: one sentence.</summary>
    public static string Advice(FindingKind kind) => kind switch
    {
        FindingKind.OverCurrent => "请断电，检查充电器和插座后再充",
        FindingKind.OverVoltage => "请断电，联系电工检查供电电压",
        FindingKind.UnderVoltage => "请联系电工检查线路负荷和接线",
        FindingKind.OverPower => "请断电，查看插座上接了什么",
        FindingKind.StrayCurrent => "请检查继电器是否粘连",
        FindingKind.TailRise => "电池可能过热，请断电并查看电池",
        FindingKind.TaperRise => "请查看电池是否发热，发热时断电",
        FindingKind.NoTaper => "电池可能有单体损坏，请断电并检测电池",
        FindingKind.OverEnergy => "电池可能充不满而发热，请断电并查看",
        FindingKind.Oscillation => "请检查插头、插座和充电器的接触",
        FindingKind.UnlikeUsual => "请核对电池和充电器是否为本人原配",
        FindingKind.CurrentCreep => "请检查充电器，留意电池发热",
        FindingKind.RepeatedSpikes => "请检查插头接触和充电器",
        FindingKind.SuddenDrop => "可能是拔下插头、保险熔断或电池保护，请查看",
        FindingKind.PoorContact => "接触处可能发热，请断电后检查插座和接线",
        FindingKind.HighTail => "电池可能有微短路，请查看电池并在充满时间后断电",
        FindingKind.CellOverVoltage => "请断电，检查充电器的输出电压",
        FindingKind.CounterStuck or FindingKind.CounterBackward or FindingKind.CounterJump or FindingKind.CounterScale or FindingKind.CounterRate => "请检修电表，本次电量已核算",
        FindingKind.CounterCoding => "请检查充电站读取电表的程序，本次电量已还原",
        FindingKind.Silence => "请检查充电站的网络",
        FindingKind.ClockLeap => "请校准充电站的时钟",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a kind"),
    };

    /// <summary>A text with its figures, the same in every culture.</summary>
    internal static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Energy(double? wh) => wh is { } known ? Text($"，已充入 {known / 1000:0.00} kWh") : "";

    private static string Most(ChargeUsual? usual) => usual is { Charges: >= ChargeUsual.Enough, MostEnergyWh: { } most }
        ? Text($"此电池以往最多 {most / 1000:0.00} kWh")
        : Text($"标称容量 {usual?.RatedWh / 1000:0.00} kWh");
}
