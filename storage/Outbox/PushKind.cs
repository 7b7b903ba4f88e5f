namespace Sems.Storage.Outbox;

/// <summary>What a student is told.</summary>
public enum PushKind
{
    /// <summary>充满: the battery is full.</summary>
    AlreadyFinish = 1,

    /// <summary>结算: the charge ended and was billed.</summary>
    PayFinish = 2,

    /// <summary>超时: full for long, and still in the socket.</summary>
    Delay = 3,

    /// <summary>异常: SEMS cut the power, for a reason given.</summary>
    Exception = 4,
}
