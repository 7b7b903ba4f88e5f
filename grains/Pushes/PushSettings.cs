namespace Sems.Grains.Pushes;

/// <summary>How pushes are sent.</summary>
public sealed record PushSettings
{
    /// <summary>Nothing is sent for now; pushes stay pending.</summary>
    public bool Held { get; init; }

    /// <summary>The rule of the alarm that is raised when somebody must look after a push; null for none, a line of the log alone.</summary>
    public string? AlarmRule { get; init; }

    /// <summary>By the machine's clock: a channel that has not answered by then is not waited for any longer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A push that is overdue by more than this is not sent any more: nobody wants to read it.</summary>
    public TimeSpan TooLate { get; init; } = TimeSpan.FromHours(24);

    /// <summary>So many are read from the outbox at a time.</summary>
    public int Batch { get; init; } = 64;

    /// <summary>While the storage fails, it is asked again after this.</summary>
    public TimeSpan StoragePause { get; init; } = TimeSpan.FromSeconds(5);
}
