using System.Threading.Channels;

namespace Sems.Gateway.Live;

/// <summary>Somebody who looks on: what waits to be sent there. One who is too slow for it is given up, and may come again.</summary>
internal sealed class LiveListener(string user, LiveAudience audience) : IDisposable
{
    /// <summary>Events that may wait.</summary>
    public const int MostWaiting = 32;

    private readonly Channel<byte[]> _events = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly CancellationTokenSource _slow = new();
    private int _ended;

    /// <summary>Whose.</summary>
    public string User { get; } = user;

    /// <summary>Among whom.</summary>
    public LiveAudience Audience { get; } = audience;

    /// <summary>Cancelled when it is given up.</summary>
    public CancellationToken Slow => _slow.Token;

    /// <summary>What is to be sent, in order; ends when the stream does.</summary>
    public ChannelReader<byte[]> Events => _events.Reader;

    /// <summary>Puts an event behind the others.</summary>
    public void Offer(byte[] told)
    {
        if (_events.Writer.TryWrite(told) || Volatile.Read(ref _ended) != 0) return;
        End();
        _slow.Cancel();
    }

    /// <summary>What waits is sent, and no more.</summary>
    public void End()
    {
        if (Interlocked.Exchange(ref _ended, 1) == 0) _events.Writer.TryComplete();
    }

    /// <inheritdoc />
    public void Dispose() => _slow.Dispose();
}
