using System.Text;
using Sems.GrainInterfaces;

namespace Sems.Gateway.Service;

/// <summary>Replies of the station protocol that never change, and the words for each refusal.</summary>
public static class ServiceReplies
{
    /// <summary>Content type of every reply.</summary>
    public const string ContentType = "application/json; charset=utf-8";

    /// <summary>Done.</summary>
    public static readonly ReadOnlyMemory<byte> Done = "{\"result\":1}"u8.ToArray();

    /// <summary>405.</summary>
    public static readonly ReadOnlyMemory<byte> PostOnly = Failed("只支持 POST");

    /// <summary>404.</summary>
    public static readonly ReadOnlyMemory<byte> NoSuchService = Failed("没有这个接口");

    /// <summary>413.</summary>
    public static readonly ReadOnlyMemory<byte> TooLarge = Failed("请求超过 64 KiB");

    /// <summary>408: the body did not come.</summary>
    public static readonly ReadOnlyMemory<byte> BodyMissing = Failed("请求没有完整到达");

    /// <summary>401.</summary>
    public static readonly ReadOnlyMemory<byte> WrongKey = Failed("充电站密钥无效");

    /// <summary>429.</summary>
    public static readonly ReadOnlyMemory<byte> TooOften = Failed("请求过于频繁");

    /// <summary>503.</summary>
    public static readonly ReadOnlyMemory<byte> Unavailable = Failed("服务暂不可用");

    /// <summary>An internal error.</summary>
    public static readonly ReadOnlyMemory<byte> Broken = Failed("系统异常");

    /// <summary>The words of a refusal.</summary>
    public static string Words(Refusal refusal) => refusal switch
    {
        Refusal.CardUnknown => "序列号没有对应的学号",
        Refusal.NotRegistered => "你的账号未注册",
        Refusal.Blocked => "你的账号被封啦",
        Refusal.AmmeterUnknown => "电表不存在",
        Refusal.AmmeterInUse => "电表正在使用",
        Refusal.AmmeterLocked => "电表已锁定",
        Refusal.AlreadyCharging => "你已有正在进行的充电",
        Refusal.Arrears => "你有未支付的账单",
        Refusal.NoSession => "没有正在进行的充电",
        Refusal.CardMismatch => "卡号与充电记录不符",
        Refusal.GroupUnknown => "充电站不存在",
        Refusal.StudentUnknown => "学号不存在",
        Refusal.UserNameTaken => "用户名已被使用",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "It has no words"),
    };

    private static readonly ReadOnlyMemory<byte>[] Outcomes =
        [Done, .. Enum.GetValues<Refusal>().Where(r => r != Refusal.None).Select(r => Message(0, Words(r)))];

    /// <summary>Done, or refused with its words.</summary>
    public static ReadOnlyMemory<byte> Of(Refusal refusal) => Outcomes[(int)refusal];

    /// <summary>Not understood or failed: -1 and why.</summary>
    public static ReadOnlyMemory<byte> Failed(string message) => Message(-1, message);

    private static byte[] Message(int result, string message) => Encoding.UTF8.GetBytes($"{{\"result\":{result},\"message\":\"{message}\"}}");
}
