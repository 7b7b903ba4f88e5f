namespace Sems.Simulator.WeChat;

/// <summary>A message template of the account.</summary>
/// <param name="Id">What a message names it by.</param>
/// <param name="Title">What stands over its messages.</param>
/// <param name="Fields">Its lines, in order: a field of the message's data, and the label before it.</param>
public sealed record WechatTemplate(string Id, string Title, IReadOnlyList<(string Field, string Label)> Fields)
{
    private static readonly (string Field, string Label)[] Lines =
    [
        ("user", "用户"), ("charge", "充电记录"), ("account", "账单"), ("place", "地点"), ("time", "时间"), ("energy", "电量"), ("money", "金额"), ("reason", "原因"), ("remark", "备注"),
    ];

    /// <summary>A charge is done.</summary>
    public static WechatTemplate AlreadyFinish { get; } = Of("aLrEaDyFiNiSh0-sTaNdIn_0123456789abcdefghij", "充电已满提醒");

    /// <summary>A charge is ended and billed.</summary>
    public static WechatTemplate PayFinish { get; } = Of("pAyFiNiSh00000-sTaNdIn_0123456789abcdefghij", "充电账单通知");

    /// <summary>A full bike still takes its socket.</summary>
    public static WechatTemplate Delay { get; } = Of("dElAy000000000-sTaNdIn_0123456789abcdefghij", "占用超时提醒");

    /// <summary>The power was cut.</summary>
    public static WechatTemplate Exception { get; } = Of("eXcEpTiOn00000-sTaNdIn_0123456789abcdefghij", "充电异常提醒");

    /// <summary>The four that SEMS sends.</summary>
    public static IReadOnlyList<WechatTemplate> All { get; } = [AlreadyFinish, PayFinish, Delay, Exception];

    /// <summary>The label of a field.</summary>
    public string Label(string field) => Fields.FirstOrDefault(f => f.Field == field).Label ?? field;

    private static WechatTemplate Of(string id, string title) => new(id, title, Lines);
}
