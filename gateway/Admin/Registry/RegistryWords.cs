using Sems.GrainInterfaces;

namespace Sems.Gateway.Admin.Registry;

/// <summary>Refusals of changes in words.</summary>
internal static class RegistryWords
{
    /// <summary>A refusal as it is answered.</summary>
    public static IResult Refused(RegistryRefusal refusal, string? holder = null)
    {
        var problem = new Problem(refusal switch
        {
            RegistryRefusal.StudentUnknown => "学号不存在",
            RegistryRefusal.StudentExists => "学号已存在",
            RegistryRefusal.CardTaken => $"卡号已属于学号 {holder}，请换一张卡或确认转给该学生",
            RegistryRefusal.NotRegistered => "该学生尚未注册，没有可重置的密码",
            RegistryRefusal.GroupUnknown => "充电站不存在",
            RegistryRefusal.GroupExists => "充电站号已存在，停用的充电站请恢复使用",
            RegistryRefusal.GroupInUse => "充电站还有正在进行的充电，请等它们结束或先释放",
            RegistryRefusal.AmmeterUnknown => "电表不存在",
            RegistryRefusal.AmmeterExists => "电表号已存在",
            RegistryRefusal.WechatTaken => "这个微信已绑定另一个学号，请先解除那边的绑定",
            RegistryRefusal.AmmeterInUse => "电表还有正在进行的充电，请等它结束或先释放",
            _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "It has no words"),
        });
        return refusal is RegistryRefusal.StudentUnknown or RegistryRefusal.GroupUnknown or RegistryRefusal.AmmeterUnknown
            ? Results.NotFound(problem)
            : Results.Conflict(problem);
    }

    public static IResult Bad(string fault) => Results.BadRequest(new Problem(fault));
}
