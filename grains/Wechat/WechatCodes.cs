namespace Sems.Grains.Wechat;

/// <summary>WeChat's errcodes (公众号 全局返回码说明 and 发送模板消息), as far as SEMS does something about them. docs/wechat.md has the same list.</summary>
public static class WechatCodes
{
    /// <summary>The access token is not, or no longer, good.</summary>
    public static bool IsBadToken(int? code) => code is 40001 or 40014 or 42001;

    /// <summary>The account or its settings are wrong: no call will do until somebody has mended it.</summary>
    public static bool IsAccount(int? code) => code is 40013 or 40125 or 40164 or 40243 or 50004 or 50007;

    /// <summary>What a code means to an operator; null where WeChat's own words are shown.</summary>
    public static string? Words(int code) => code switch
    {
        -1 => "微信系统繁忙",
        40001 or 40014 or 42001 => "接口凭证无效或已过期",
        40003 => "openid 不属于本公众号",
        40013 => "AppID 不正确",
        40029 or 40163 => "登录码无效或已使用",
        40037 => "模板编号无效",
        40125 => "AppSecret 不正确",
        40164 => "服务器地址不在公众平台的 IP 白名单中",
        40243 => "AppSecret 已被冻结",
        43004 => "没有关注公众号",
        43101 => "用户拒收消息",
        45009 => "接口调用已达当日上限",
        45011 => "接口调用过于频繁",
        47001 => "消息格式有误",
        47003 => "模板字段与内容不符",
        48001 => "公众号没有此接口的权限",
        48004 => "接口已被封禁",
        50004 => "公众号被禁止使用接口凭证",
        50005 => "没有关注公众号",
        50007 => "公众号已被冻结",
        _ => null,
    };
}
