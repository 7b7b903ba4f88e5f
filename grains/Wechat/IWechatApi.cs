namespace Sems.Grains.Wechat;

/// <summary>WeChat's services, each call once: nothing is kept and nothing tried again. They throw nothing but what cancels them.</summary>
public interface IWechatApi
{
    /// <summary>An access token (stable_token): the same again while it is good for more than five minutes.</summary>
    /// <param name="force">Makes the one there is worthless; WeChat allows it 20 times a day, 30 s apart.</param>
    /// <param name="cancel">Nobody waits any more.</param>
    Task<WechatReply> TokenAsync(bool force, CancellationToken cancel = default);

    /// <summary>A ticket of the JS-SDK.</summary>
    Task<WechatReply> TicketAsync(string token, CancellationToken cancel = default);

    /// <summary>The openid for a code of the sign-in.</summary>
    Task<WechatReply> OpenidAsync(string code, CancellationToken cancel = default);

    /// <summary>Sends a template message; the value is WeChat's number of it.</summary>
    Task<WechatReply> SendAsync(string token, string json, CancellationToken cancel = default);

    /// <summary>Replaces the account's menu.</summary>
    Task<WechatReply> CreateMenuAsync(string token, string json, CancellationToken cancel = default);
}
