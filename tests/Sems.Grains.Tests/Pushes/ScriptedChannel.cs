using System.Collections.Concurrent;
using Sems.Grains.Pushes;

namespace Sems.Grains.Tests.Pushes;

/// <summary>A channel that does what the test says and keeps what it was given, and when.</summary>
internal sealed class ScriptedChannel(TimeProvider time) : IPushChannel
{
    private readonly ConcurrentQueue<(PushMessage Message, DateTimeOffset At)> _given = new();

    public static readonly PushResult Sent = new PushResult.Sent();

    /// <summary>What becomes of a push, once it was noted.</summary>
    public Func<PushMessage, CancellationToken, Task<PushResult>> Answer { get; set; } = (_, _) => Task.FromResult(Sent);

    public IReadOnlyList<(PushMessage Message, DateTimeOffset At)> Given => [.. _given];

    public IEnumerable<long> Charges => Given.Select(g => g.Message.ChargeId);

    public Task<PushResult> SendAsync(PushMessage message, CancellationToken cancel)
    {
        _given.Enqueue((message, time.GetUtcNow()));
        return Answer(message, cancel);
    }

    /// <summary>Answers each push the same.</summary>
    public void AnswerAll(PushResult result) => Answer = (_, _) => Task.FromResult(result);
}
