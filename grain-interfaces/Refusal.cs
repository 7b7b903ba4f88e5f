namespace Sems.GrainInterfaces;

/// <summary>Why a request that was understood was not done. The gateway has the words for each.</summary>
public enum Refusal
{
    /// <summary>It was done.</summary>
    None = 0,

    /// <summary>序列号没有对应的学号.</summary>
    CardUnknown = 1,

    /// <summary>你的账号未注册.</summary>
    NotRegistered = 2,

    /// <summary>你的账号被封啦.</summary>
    Blocked = 3,

    /// <summary>电表不存在: the meter or its station.</summary>
    AmmeterUnknown = 4,

    /// <summary>电表正在使用: by another card.</summary>
    AmmeterInUse = 5,

    /// <summary>电表已锁定.</summary>
    AmmeterLocked = 6,

    /// <summary>你已有正在进行的充电: elsewhere.</summary>
    AlreadyCharging = 7,

    /// <summary>你有未支付的账单: over the limit.</summary>
    Arrears = 8,

    /// <summary>没有正在进行的充电.</summary>
    NoSession = 9,

    /// <summary>卡号与充电记录不符.</summary>
    CardMismatch = 10,

    /// <summary>充电站不存在.</summary>
    GroupUnknown = 11,

    /// <summary>学号不存在.</summary>
    StudentUnknown = 12,

    /// <summary>用户名已被使用.</summary>
    UserNameTaken = 13,
}
