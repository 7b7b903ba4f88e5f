namespace Sems.GrainInterfaces;

/// <summary>Keeps what calls of WeChat's services are made with, for all that make some; the key is the account's AppId. It never asks twice at once.</summary>
[Alias("sems.IWechatTokenGrain")]
public interface IWechatTokenGrain : IGrainWithStringKey
{
    /// <summary>The access token, renewed in time.</summary>
    [Alias("Token")]
    Task<WechatAnswer> Token();

    /// <summary>Another access token than one that WeChat refused. Where it has been renewed since, nothing is asked.</summary>
    /// <param name="bad">The one that was refused.</param>
    [Alias("Renew")]
    Task<WechatAnswer> Renew(string bad);

    /// <summary>The ticket that pages sign for the JS-SDK with, renewed in time.</summary>
    [Alias("Ticket")]
    Task<WechatAnswer> Ticket();

    /// <summary>Who has signed in: the openid for a code of WeChat's sign-in, good once.</summary>
    [Alias("OpenidOf"), AlwaysInterleave]
    Task<WechatAnswer> OpenidOf(string code);
}
