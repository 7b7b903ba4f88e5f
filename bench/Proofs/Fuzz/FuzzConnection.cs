using System.Buffers;
using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Sems.Bench.Proofs.Fuzz;

/// <summary>A keep-alive connection, opened anew when a reply says that it is closed. One request at a time.</summary>
internal sealed class FuzzConnection(IPEndPoint server) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ArrayBufferWriter<byte> _wire = new(4096);
    private readonly byte[] _received = new byte[64 * 1024];
    private Socket? _socket;
    private int _length;

    /// <summary>Connections opened.</summary>
    public int Opened { get; private set; }

    /// <summary>Sends a request and takes its reply.</summary>
    /// <exception cref="IOException">No reply came, or what came is no HTTP.</exception>
    public async Task<FuzzReply> ExchangeAsync(FuzzCase request, CancellationToken cancel)
    {
        _wire.ResetWrittenCount();
        request.WriteTo(_wire);
        var isLarge = request.Body.Length > FuzzCase.MostBytes;
        try
        {
            if (_socket is null) await OpenAsync(cancel);
            for (var sent = 0; sent < _wire.WrittenCount;) sent += await _socket!.SendAsync(_wire.WrittenMemory[sent..], cancel);
            var reply = await ReceiveAsync(request.Method == "HEAD", cancel);
            if (reply.Closes) Close();
            return reply;
        }
        catch (SocketException) when (isLarge)
        {
            Close(); // it was answered and closed while still being sent, and the answer went under
            return FuzzReply.Cut;
        }
        catch (SocketException fault)
        {
            throw new IOException(fault.Message, fault);
        }
    }

    /// <inheritdoc />
    public void Dispose() => Close();

    private async Task OpenAsync(CancellationToken cancel)
    {
        _socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        Opened++;
        await _socket.ConnectAsync(server, cancel);
    }

    private void Close()
    {
        _socket?.Dispose();
        _socket = null;
    }

    private async Task<FuzzReply> ReceiveAsync(bool bodiless, CancellationToken cancel)
    {
        _length = 0;
        while (true)
        {
            if (TryRead(bodiless, out var reply)) return reply;
            var receiving = _socket!.ReceiveAsync(_received.AsMemory(_length), cancel);
            var count = receiving.IsCompleted ? await receiving : await receiving.AsTask().WaitAsync(Patience, cancel);
            if (count == 0) throw new IOException($"the server closed the connection after {_length} bytes of a reply");
            _length += count;
        }
    }

    private bool TryRead(bool bodiless, out FuzzReply reply)
    {
        reply = FuzzReply.Cut;
        var bytes = _received.AsSpan(0, _length);
        var end = bytes.IndexOf("\r\n\r\n"u8);
        if (end < 0) return false;
        if (!bytes.StartsWith("HTTP/1.1 "u8) || !Utf8Parser.TryParse(bytes[9..], out int status, out _)) throw new IOException($"this is no HTTP: {FuzzCase.Escape(bytes)}");
        if (status == 100)
        {
            bytes[(end + 4)..].CopyTo(bytes);
            _length -= end + 4;
            return TryRead(bodiless, out reply);
        }
        var head = bytes[..(end + 2)];
        if (!Utf8Parser.TryParse(Header(head, "\r\nContent-Length: "u8), out int length, out _)) throw new IOException($"the reply has no Content-Length: {FuzzCase.Escape(head)}");
        if (bodiless) length = 0;
        var whole = end + 4 + length;
        if (_length < whole) return false;
        if (_length > whole) throw new IOException($"after the reply came more: {FuzzCase.Escape(bytes[whole..])}");
        var type = Header(head, "\r\nContent-Type: "u8);
        var closes = Header(head, "\r\nConnection: "u8).SequenceEqual("close"u8);
        var isUsual = type.SequenceEqual("application/json; charset=utf-8"u8);
        reply = new FuzzReply(status, isUsual ? ReplyModel.ContentType : Encoding.ASCII.GetString(type), closes, bytes[(end + 4)..].ToArray());
        return true;
    }

    private static ReadOnlySpan<byte> Header(ReadOnlySpan<byte> head, ReadOnlySpan<byte> name)
    {
        var at = head.IndexOf(name);
        if (at < 0) return [];
        var value = head[(at + name.Length)..];
        return value[..value.IndexOf("\r\n"u8)];
    }
}
