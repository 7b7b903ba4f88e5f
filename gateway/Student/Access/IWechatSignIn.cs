namespace Sems.Gateway.Student.Access;

/// <summary>What WeChat has to do with signing in here; not there where WeChat is not configured.</summary>
public interface IWechatSignIn
{
    /// <summary>As the session tells it.</summary>
    WechatSessionView View(HttpContext context);
}
