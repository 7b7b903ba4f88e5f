namespace Sems.Storage.Outbox;

/// <summary>What became of a push.</summary>
public enum PushState
{
    /// <summary>To be sent, or to be tried again.</summary>
    Pending = 0,

    /// <summary>The channel took it.</summary>
    Sent = 1,

    /// <summary>The student cannot be reached (nothing bound, not subscribed): not an error, and not tried again.</summary>
    Undeliverable = 2,

    /// <summary>Given up after a permanent error or too many tries: somebody must look.</summary>
    Dead = 3,
}
