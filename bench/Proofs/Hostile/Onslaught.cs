using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Sems.Bench.Proofs.Hostile;

/// <summary>The same hostile thing over and over, on new connections, as fast as the server lets it be done.</summary>
/// <param name="name">What it is.</param>
/// <param name="server">Where to.</param>
/// <param name="from">The address it comes from.</param>
/// <param name="workers">How many at once.</param>
/// <param name="once">Does it once on a connection.</param>
internal sealed class Onslaught(string name, IPEndPoint server, IPAddress from, int workers, Action<Socket, CancellationToken> once)
{
    private const int Patience = 20_000;
    private long _times;

    /// <summary>What it is.</summary>
    public string Name => name;

    /// <summary>How often it was done.</summary>
    public long Times => Interlocked.Read(ref _times);

    /// <summary>Leaves again at once.</summary>
    public static void Leave(Socket socket, CancellationToken cancel)
    {
    }

    /// <summary>Says that a gigantic body is to come, and sends none of it. The server must end it with an answer.</summary>
    public static void HugeLength(Socket socket, CancellationToken cancel)
    {
        socket.Send("POST /service/charge HTTP/1.1\r\nHost: sems\r\nContent-Length: 9223372036854775807\r\n\r\n"u8);
        socket.ReceiveTimeout = Patience;
        var received = new byte[512];
        try
        {
            while (socket.Receive(received) > 0)
            {
                // the answer
            }
        }
        catch (SocketException fault) when (fault.SocketErrorCode == SocketError.TimedOut)
        {
            throw new ProofException($"a connection that announced a gigantic body was not ended within {Patience / 1000} s");
        }
    }

    /// <summary>Sends chunk after chunk of a body that has no end. The server must end it long before the client would.</summary>
    public static void EndlessBody(Socket socket, CancellationToken cancel)
    {
        const int most = 64 * 1024 * 1024;
        var chunk = Encoding.ASCII.GetBytes($"1000\r\n{new string(' ', 4096)}\r\n");
        socket.SendTimeout = Patience;
        socket.Send("POST /service/charge HTTP/1.1\r\nHost: sems\r\nTransfer-Encoding: chunked\r\n\r\n"u8);
        for (var sent = 0; sent < most; sent += chunk.Length)
        {
            if (cancel.IsCancellationRequested) return;
            socket.Send(chunk);
        }
        throw new ProofException($"the server has taken {most / 1024 / 1024} MiB of a body that may have 64 KiB");
    }

    /// <summary>Goes on until cancelled.</summary>
    public Task RunAsync(CancellationToken cancel) => Task.WhenAll(Enumerable.Range(0, workers).Select(_ => LowThread.RunAsync(name, () => Work(cancel))));

    private void Work(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            using var socket = ClientSocket.From(from);
            try
            {
                socket.Connect(server);
                once(socket, cancel);
            }
            catch (SocketException)
            {
                // turned away, or ended in the middle: just what should happen
            }
            socket.LingerState = new LingerOption(true, 0); // leaves no port behind that cannot be used for a minute
            Interlocked.Increment(ref _times);
        }
    }
}
