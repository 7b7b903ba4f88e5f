namespace Sems.Grains.Pushes;

/// <summary>A way to reach students. It may be slow and may fail; it must not block its caller's thread.</summary>
public interface IPushChannel
{
    /// <summary>Sends one push. What it throws, and no answer in time, count as <see cref="PushResult.RetryLater"/>.</summary>
    /// <param name="message">What to tell whom. The same one may come again: see <see cref="PushMessage.PushId"/>.</param>
    /// <param name="cancel">Cancelled when nobody waits for it any more.</param>
    Task<PushResult> SendAsync(PushMessage message, CancellationToken cancel);
}
