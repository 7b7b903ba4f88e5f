namespace Sems.Simulator.Wire;

/// <summary>The messages a refused request (result 0) comes back with.</summary>
public static class Refusals
{
    /// <summary>The card belongs to nobody.</summary>
    public const string UnknownCard = "序列号没有对应的学号";

    /// <summary>The student has no account.</summary>
    public const string NotRegistered = "你的账号未注册";

    /// <summary>The student is blocked.</summary>
    public const string Blocked = "你的账号被封啦";

    /// <summary>No such station or meter.</summary>
    public const string UnknownAmmeter = "电表不存在";

    /// <summary>Another card charges at this meter.</summary>
    public const string AmmeterBusy = "电表正在使用";

    /// <summary>The meter is locked.</summary>
    public const string AmmeterLocked = "电表已锁定";

    /// <summary>The student already charges at another meter.</summary>
    public const string AlreadyCharging = "你已有正在进行的充电";

    /// <summary>The student owes more than the limit.</summary>
    public const string Arrears = "你有未支付的账单";

    /// <summary>Nobody charges at this meter.</summary>
    public const string NoSession = "没有正在进行的充电";

    /// <summary>Another card began the session.</summary>
    public const string WrongCard = "卡号与充电记录不符";

    /// <summary>No such station.</summary>
    public const string UnknownGroup = "充电站不存在";
}
