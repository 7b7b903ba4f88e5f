using System.Globalization;
using Sems.Grains.Cluster;
using Sems.Storage.Outbox;

namespace Sems.Grains.Pushes;

/// <summary>Tries one push and says what to record. Whatever the channel does comes out as a result.</summary>
internal sealed class PushSender(IPushChannel channel, PushSettings settings, TimeProvider time, MachineClock machine)
{
    private const int LongestError = 300;

    /// <summary>One try.</summary>
    /// <exception cref="OperationCanceledException">It was stopped; whether the push got out is not known.</exception>
    public async Task<PushTry> TryAsync(PushRecord push, CancellationToken stop)
    {
        var late = time.GetUtcNow() - push.NextAt;
        var result = late > settings.TooLate
            ? new PushResult.Undeliverable(string.Create(CultureInfo.InvariantCulture, $"too late: it was due {late.TotalHours:0} h before it could be sent"))
            : await SendAsync(push, stop);
        var attempt = Attempt(push, result, time.GetUtcNow());
        return new PushTry(push, attempt, attempt.State == PushState.Dead || result is PushResult.RetryLater { Look: true });
    }

    private static PushAttempt Attempt(PushRecord push, PushResult result, DateTimeOffset at)
    {
        var tried = push.Attempts + 1;
        return result switch
        {
            PushResult.Sent => new PushAttempt(push.PushId, PushState.Sent, at, null, null),
            PushResult.Undeliverable no => new PushAttempt(push.PushId, PushState.Undeliverable, at, null, Short(no.Reason)),
            PushResult.Dead dead => new PushAttempt(push.PushId, PushState.Dead, at, null, Short(dead.Reason)),
            PushResult.RetryLater later when PushBackOff.Pause(push.PushId, tried, later.After) is { } pause =>
                new PushAttempt(push.PushId, PushState.Pending, at, at + pause, Short(later.Reason)),
            PushResult.RetryLater later => new PushAttempt(push.PushId, PushState.Dead, at, null, Short($"given up after {tried} tries: {later.Reason}")),
            _ => throw new InvalidOperationException($"the result {result} is not known"),
        };
    }

    private async Task<PushResult> SendAsync(PushRecord push, CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(settings.Timeout, machine.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        try
        {
            var detail = PushDetail.Read(push.DetailJson);
            var message = new PushMessage(push.PushId, push.ChargeId, push.Kind, push.StudentNumber, PushText.Of(push.Kind, detail), detail);
            // A channel that does not listen to its token is left behind all the same.
            return await channel.SendAsync(message, either.Token).WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return new PushResult.RetryLater(string.Create(CultureInfo.InvariantCulture, $"no answer within {settings.Timeout.TotalSeconds} s"));
        }
        catch (Exception failure)
        {
            return new PushResult.RetryLater($"{failure.GetType().Name}: {failure.Message}");
        }
    }

    private static string Short(string reason) => reason.Length <= LongestError ? reason : reason[..LongestError] + "…";
}
