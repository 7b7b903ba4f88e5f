using System.Net;
using System.Net.Sockets;

namespace Sems.Bench.Proofs.Hostile;

/// <summary>Sockets that come from an address of the loopback network of one's choice.</summary>
internal static class ClientSocket
{
    /// <summary>One that is yet to be connected.</summary>
    public static Socket From(IPAddress address)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.Bind(new IPEndPoint(address, 0));
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
