namespace Sems.Bench.Proofs.Fuzz;

/// <summary>One of the six calls: the fields it reads and the refusals it knows.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Fields">Names of the fields it reads.</param>
/// <param name="Refusals">The messages it may refuse with.</param>
internal sealed record FuzzCall(string Name, string[] Fields, string[] Refusals)
{
    private const string Card = "card_number", Group = "ammeterGroup_number", Ammeter = "ammeter_number";
    private const string NoCard = "序列号没有对应的学号", NoUser = "你的账号未注册", Blocked = "你的账号被封啦", NoMeter = "电表不存在", NoSession = "没有正在进行的充电";

    /// <summary>checkStudent.</summary>
    public static readonly FuzzCall CheckStudent = new("checkStudent", [Card], [NoCard, NoUser, Blocked]);

    /// <summary>start.</summary>
    public static readonly FuzzCall Start = new(
        "start", [Card, Group, Ammeter], [NoCard, NoUser, Blocked, NoMeter, "电表正在使用", "电表已锁定", "你已有正在进行的充电", "你有未支付的账单"]);

    /// <summary>end.</summary>
    public static readonly FuzzCall End = new("end", [Card, Group, Ammeter], [NoSession, "卡号与充电记录不符", NoMeter, NoCard]);

    /// <summary>charge.</summary>
    public static readonly FuzzCall Charge = new(
        "charge", [Group, Ammeter, "current_value", "energy_value", "voltage_value", "power_value", "time"], [NoMeter, NoSession]);

    /// <summary>AmmeterControl.</summary>
    public static readonly FuzzCall Control = new("AmmeterControl", [Group], ["充电站不存在"]);

    /// <summary>money.</summary>
    public static readonly FuzzCall Money = new("money", [Group, Ammeter], [NoMeter]);

    /// <summary>All of them; samples are half of what stations send.</summary>
    public static readonly FuzzCall[] Weighted = [Charge, Charge, Charge, Charge, Charge, CheckStudent, Start, End, Control, Money];
}
