namespace Sems.Simulator.Bikes;

/// <summary>The bikes seen on campus.</summary>
public static class PackCatalog
{
    /// <summary>One of each, new.</summary>
    public static IReadOnlyList<BatteryPack> All { get; } =
    [
        new("雅迪", "DE3", BatteryChemistry.LeadAcid, 48, 12),
        new("雅迪", "冠能 E8", BatteryChemistry.LeadAcid, 60, 20),
        new("爱玛", "小玛", BatteryChemistry.LeadAcid, 48, 20),
        new("爱玛", "A500", BatteryChemistry.LeadAcid, 72, 20),
        new("台铃", "超能 N7", BatteryChemistry.LeadAcid, 60, 20),
        new("台铃", "小狮子", BatteryChemistry.Lithium, 48, 20),
        new("新日", "XC1", BatteryChemistry.Lithium, 48, 12),
        new("新日", "幻影", BatteryChemistry.LeadAcid, 48, 12),
        new("小刀", "D70", BatteryChemistry.LeadAcid, 72, 20),
        new("小牛", "G0", BatteryChemistry.Lithium, 48, 20),
        new("九号", "C40", BatteryChemistry.Lithium, 48, 20),
        new("绿源", "INNO5", BatteryChemistry.LeadAcid, 48, 20),
    ];
}
