using System.Net;
using System.Net.Sockets;

namespace Sems.Bench.Load;

/// <summary>One keep-alive connection with at most one request in flight.</summary>
internal sealed class LoadConnection : IDisposable
{
    private readonly RequestTemplate _template;
    private readonly byte[] _request;
    private readonly byte[] _received = new byte[16 * 1024];
    private int _length;

    public LoadConnection(IPEndPoint server, RequestTemplate template, int index, IPAddress? from)
    {
        (_template, Index) = (template, index);
        _request = template.Copy();
        Socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            if (from is not null) Socket.Bind(new IPEndPoint(from, 0));
            Socket.Connect(server);
        }
        catch
        {
            Socket.Dispose();
            throw;
        }
    }

    public int Index { get; }

    public Socket Socket { get; }

    /// <summary>When the request in flight was sent, a time stamp.</summary>
    public long SentAt { get; private set; }

    public void Send(in RequestValues values, long now)
    {
        _template.Patch(_request, in values);
        (SentAt, _length) = (now, 0);
        if (Socket.Send(_request) != _request.Length) throw new IOException("a request was not taken whole");
    }

    /// <summary>Takes what has come; true when the response is whole.</summary>
    public bool Receive(out Response response)
    {
        var count = Socket.Receive(_received.AsSpan(_length));
        if (count == 0) throw new IOException("the server closed the connection");
        _length += count;
        return ResponseParser.TryParse(_received.AsSpan(0, _length), out response);
    }

    public ReadOnlySpan<byte> Body(in Response response) => _received.AsSpan(response.BodyAt, response.BodyLength);

    public void Dispose() => Socket.Dispose();
}
