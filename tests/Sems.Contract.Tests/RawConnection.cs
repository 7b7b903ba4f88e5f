using System.Net.Sockets;
using System.Text;

namespace Sems.Contract.Tests;

/// <summary>A TCP connection for requests no HTTP client would send.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly TcpClient _tcp = new();

    public static async Task<RawConnection> OpenAsync(Uri address)
    {
        var connection = new RawConnection();
        await connection._tcp.ConnectAsync(address.Host, address.Port);
        return connection;
    }

    /// <summary>Sends this and reads until the server closes.</summary>
    public async Task<string> ExchangeAsync(string request)
    {
        var stream = _tcp.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(20));
    }

    public void Dispose() => _tcp.Dispose();
}
