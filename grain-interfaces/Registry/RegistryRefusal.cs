namespace Sems.GrainInterfaces;

/// <summary>Why a student, station or meter was not changed. The gateway has the words for each.</summary>
public enum RegistryRefusal
{
    /// <summary>It was, now or before.</summary>
    None = 0,

    /// <summary>学号不存在.</summary>
    StudentUnknown = 1,

    /// <summary>学号已存在.</summary>
    StudentExists = 2,

    /// <summary>卡号已属于另一学生.</summary>
    CardTaken = 3,

    /// <summary>学生未注册: has no user name, so a password is of no use.</summary>
    NotRegistered = 4,

    /// <summary>充电站不存在, or is retired.</summary>
    GroupUnknown = 5,

    /// <summary>充电站已存在.</summary>
    GroupExists = 6,

    /// <summary>充电站有正在进行的充电.</summary>
    GroupInUse = 7,

    /// <summary>电表不存在.</summary>
    AmmeterUnknown = 8,

    /// <summary>电表已存在.</summary>
    AmmeterExists = 9,

    /// <summary>电表有正在进行的充电.</summary>
    AmmeterInUse = 10,

    /// <summary>微信已绑定另一学号.</summary>
    WechatTaken = 11,
}
