using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Sems.Gateway.Tests.Service;

/// <summary>Clients at other addresses of the loopback network; their connections stay open.</summary>
internal sealed class Strangers : IDisposable
{
    private readonly List<Socket> _open = [];

    /// <summary>Opens a connection from 127.0.0.n; whether it is answered on.</summary>
    public async Task<bool> IsLetInAsync(TestGateway gateway, int n)
    {
        try
        {
            var socket = await ConnectAsync(gateway, n);
            return await AskAsync(socket, "GET /health/live HTTP/1.1\r\nHost: sems\r\n\r\n") is not null;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>Polls so many times from 127.0.0.n; the statuses.</summary>
    public async Task<List<int>> PollAsync(TestGateway gateway, int n, string group, int times)
    {
        var socket = await ConnectAsync(gateway, n);
        var body = $$"""{"ammeterGroup_number":"{{group}}"}""";
        var statuses = new List<int>();
        for (var i = 0; i < times; i++)
            statuses.Add(await AskAsync(socket, $"POST /service/AmmeterControl HTTP/1.1\r\nHost: sems\r\nContent-Length: {body.Length}\r\n\r\n{body}") ?? 0);
        return statuses;
    }

    public void Dispose() => _open.ForEach(s => s.Dispose());

    private async Task<Socket> ConnectAsync(TestGateway gateway, int n)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _open.Add(socket);
        socket.Bind(new IPEndPoint(new IPAddress([127, 0, 0, (byte)n]), 0));
        await socket.ConnectAsync(IPAddress.Loopback, gateway.Client.Http.BaseAddress!.Port);
        return socket;
    }

    /// <summary>The status of a short answer, or null when the server closed instead.</summary>
    private static async Task<int?> AskAsync(Socket socket, string request)
    {
        await socket.SendAsync(Encoding.ASCII.GetBytes(request));
        var received = new byte[4096];
        var count = await socket.ReceiveAsync(received).WaitAsync(TimeSpan.FromSeconds(20));
        return count == 0 ? null : int.Parse(Encoding.ASCII.GetString(received, 9, 3), System.Globalization.CultureInfo.InvariantCulture);
    }
}
