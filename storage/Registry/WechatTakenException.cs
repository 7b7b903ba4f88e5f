namespace Sems.Storage.Registry;

/// <summary>The openid is bound to another student.</summary>
public sealed class WechatTakenException() : Exception("the openid is bound to another student");
