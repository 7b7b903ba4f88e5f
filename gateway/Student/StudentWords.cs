using Sems.Gateway.Admin;
using Sems.Gateway.Student.Reading;
using Sems.GrainInterfaces;

namespace Sems.Gateway.Student;

/// <summary>What students are told of refusals: what it is, and what to do next.</summary>
internal static class StudentWords
{
    /// <summary>A refusal in words.</summary>
    public static string Of(Refusal refusal) => refusal switch
    {
        Refusal.NotRegistered => "账号还没有注册，请先注册",
        Refusal.Blocked => "账号已停用，请联系管理员",
        Refusal.AmmeterLocked => "插座已锁定，暂时不能操作，请联系管理员",
        Refusal.AlreadyCharging => "您已有正在进行的充电，结束后才能再次开始",
        Refusal.Arrears => "未支付的账单超过限额，请先支付",
        Refusal.NoSession => "这次充电已经结束",
        Refusal.AmmeterUnknown => "插座已停用，请联系管理员",
        _ => "暂时不能操作，请稍后再试",
    };

    /// <summary>Something in the way of a charge.</summary>
    public static ObstacleView Obstacle(Refusal refusal) => new(PageText.Word(refusal), Of(refusal));
}
