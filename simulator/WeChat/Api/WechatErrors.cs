namespace Sems.Simulator.WeChat.Api;

/// <summary>What WeChat's error numbers say (developers.weixin.qq.com, "Global Return Code").</summary>
public static class WechatErrors
{
    private static readonly Dictionary<int, string> Words = new()
    {
        [-1] = "system error",
        [0] = "ok",
        [40001] = "invalid credential, access_token is invalid or not latest",
        [40002] = "invalid grant_type",
        [40003] = "invalid openid",
        [40013] = "invalid appid",
        [40014] = "invalid access_token",
        [40016] = "invalid button size",
        [40017] = "invalid button type",
        [40018] = "invalid button name size",
        [40019] = "invalid button key size",
        [40020] = "invalid button url size",
        [40023] = "invalid sub button size",
        [40029] = "invalid code",
        [40037] = "invalid template_id",
        [40097] = "invalid args",
        [40125] = "invalid appsecret",
        [40163] = "code been used",
        [41001] = "access_token missing",
        [41002] = "appid missing",
        [41004] = "appsecret missing",
        [41008] = "missing code",
        [42001] = "access_token expired",
        [42003] = "code expired",
        [43001] = "require GET method",
        [43002] = "require POST method",
        [43004] = "require subscribe",
        [43101] = "user refuse to accept the msg",
        [45009] = "reach max api daily quota limit",
        [45011] = "api minute-quota reach limit, must slower, retry next minute",
        [45065] = "clientmsgid exist",
        [47001] = "data format error",
        [47003] = "argument invalid!",
        [48001] = "api unauthorized",
    };

    /// <summary>The words that come with a number.</summary>
    public static string Message(int errcode) => Words.GetValueOrDefault(errcode, "unknown error");
}
