using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Sems.Bench.Proofs.Hostile;

/// <summary>Connections that send a beginning and then a byte a second, or nothing more, until the server ends them.</summary>
/// <param name="Name">What they are called.</param>
/// <param name="Count">How many.</param>
/// <param name="From">The address they come from.</param>
/// <param name="Beginning">What each sends first.</param>
/// <param name="Drip">What each sends every second after that, or null.</param>
/// <param name="EndedWithin">How long the server may let them be.</param>
internal sealed record HeldConnections(string Name, int Count, IPAddress From, string Beginning, string? Drip, TimeSpan EndedWithin)
{
    private const int OpenedAtOnce = 32;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private int _opened;
    private int _ended;
    private long _longestTicks;

    /// <summary>Of them opened.</summary>
    public int Opened => Volatile.Read(ref _opened);

    /// <summary>Of them ended by the server.</summary>
    public int Ended => Volatile.Read(ref _ended);

    /// <summary>The longest that one of those lasted.</summary>
    public TimeSpan Longest => new(Interlocked.Read(ref _longestTicks));

    /// <summary>Opens all.</summary>
    /// <returns>Runs until the server has ended all, or until cancelled.</returns>
    public async Task<Task> OpenAsync(IPEndPoint server, CancellationToken cancel)
    {
        var held = new Task[Count];
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, OpenedAtOnce).Select(async _ =>
        {
            while (Interlocked.Increment(ref next) is var i && i < Count)
            {
                var socket = ClientSocket.From(From);
                await socket.ConnectAsync(server, cancel);
                Interlocked.Increment(ref _opened);
                held[i] = HoldAsync(socket, cancel);
            }
        }));
        return Task.WhenAll(held);
    }

    private async Task HoldAsync(Socket socket, CancellationToken cancel)
    {
        using var _ = socket;
        var since = Stopwatch.GetTimestamp();
        try
        {
            var read = ReadToEndAsync(socket, cancel);
            if (Beginning.Length > 0) await socket.SendAsync(Encoding.ASCII.GetBytes(Beginning), cancel);
            if (Drip is not null)
            {
                var drip = Encoding.ASCII.GetBytes(Drip);
                while (await Task.WhenAny(read, Task.Delay(Second, cancel)) != read)
                {
                    cancel.ThrowIfCancellationRequested();
                    await socket.SendAsync(drip, cancel);
                }
            }
            await read;
        }
        catch (SocketException)
        {
            // ended by the server
        }
        catch (OperationCanceledException)
        {
            return;
        }
        var lasted = Stopwatch.GetElapsedTime(since).Ticks;
        for (var longest = Interlocked.Read(ref _longestTicks); lasted > longest; longest = Interlocked.Read(ref _longestTicks))
            Interlocked.CompareExchange(ref _longestTicks, lasted, longest);
        Interlocked.Increment(ref _ended);
    }

    private static async Task ReadToEndAsync(Socket socket, CancellationToken cancel)
    {
        var received = new byte[512];
        while (await socket.ReceiveAsync(received, cancel) > 0)
        {
            // an answer such as 408 comes before the end
        }
    }
}
