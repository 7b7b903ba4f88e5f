namespace Sems.Storage.Sqlite.Faults;

/// <summary>A way in which storage fails.</summary>
public enum StorageFault
{
    /// <summary>Somebody else holds the write lock: no transaction can begin.</summary>
    Busy,

    /// <summary>The disk is full: nothing can be added, changed or made durable; reading goes on.</summary>
    Full,

    /// <summary>The disk fails, reading and writing.</summary>
    IoError,

    /// <summary>Connections are cut: they are closed under whoever uses them.</summary>
    Cut,

    /// <summary>Every step takes its time, and is done.</summary>
    Slow,
}
