using Sems.Gateway.Service.Limits;

namespace Sems.Gateway.Service.Counts;

/// <summary>Refusals for one reason.</summary>
/// <param name="reason">The reason.</param>
/// <param name="time">The machine's clock.</param>
public sealed class RefusalPage(RefusalReason reason, TimeProvider time)
{
    private const int Seconds = 60;
    private const int MostRecent = 10;

    private readonly Lock _gate = new();
    private readonly long[] _bySecond = new long[Seconds];
    private readonly Queue<RecentRefusal> _recent = new(MostRecent);
    private long _second = Second(time);
    private long _count;

    /// <summary>The reason.</summary>
    public RefusalReason Reason => reason;

    /// <summary>Since the start.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <summary>Notes one.</summary>
    public void Add(ClientAddress address, string? group)
    {
        lock (_gate)
        {
            Turn();
            _count++;
            _bySecond[_second % Seconds]++;
            if (_recent.Count == MostRecent) _recent.Dequeue();
            _recent.Enqueue(new RecentRefusal(time.GetUtcNow(), address, group));
        }
    }

    /// <summary>How many within the last minute, and the last few, newest first.</summary>
    public (long LastMinute, IReadOnlyList<RecentRefusal> Recent) Read()
    {
        lock (_gate)
        {
            Turn();
            return (_bySecond.Sum(), [.. _recent.Reverse()]);
        }
    }

    private static long Second(TimeProvider time) => time.GetTimestamp() / time.TimestampFrequency;

    /// <summary>Empties the seconds that have passed since it was looked at.</summary>
    private void Turn()
    {
        var now = Second(time);
        for (var passed = Math.Max(_second, now - Seconds) + 1; passed <= now; passed++) _bySecond[passed % Seconds] = 0;
        _second = now;
    }
}

/// <summary>A refusal.</summary>
/// <param name="At">When.</param>
/// <param name="Address">Where it came from.</param>
/// <param name="Group">The station it named, or null.</param>
public sealed record RecentRefusal(DateTimeOffset At, ClientAddress Address, string? Group);
