namespace Sems.GrainInterfaces;

/// <summary>Remembers for ten minutes what came from WeChat, so that nothing is done twice; the key is the account's AppId. Signatures are checked before.</summary>
[Alias("sems.IWechatCallbackGrain")]
public interface IWechatCallbackGrain : IGrainWithStringKey
{
    /// <summary>Takes a request in, unless it has been there.</summary>
    /// <param name="request">What is the request's own: its time and nonce.</param>
    /// <param name="message">What is the message's own, also when WeChat sends it again in another request; null where it carries none.</param>
    [Alias("Take")]
    Task<WechatAdmission> Take(string request, string? message);

    /// <summary>What was taken in could not be done: it may come again.</summary>
    [Alias("Forget")]
    Task Forget(string request, string? message);
}

/// <summary>What a request of WeChat's is.</summary>
public enum WechatAdmission
{
    /// <summary>To be done.</summary>
    New = 0,

    /// <summary>Its message came before in another request: to be answered, not to be done again.</summary>
    Repeated = 1,

    /// <summary>This very request came before: not to be answered.</summary>
    Replayed = 2,
}
