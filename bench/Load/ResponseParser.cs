using System.Buffers.Text;

namespace Sems.Bench.Load;

/// <summary>Finds the end of an HTTP/1.1 response in what has been received: status line and Content-Length, nothing more.</summary>
public static class ResponseParser
{
    private const int StatusAt = 9; // behind "HTTP/1.1 "

    /// <summary>Looks at what has been received from the start of a response.</summary>
    /// <param name="received">The bytes so far.</param>
    /// <param name="response">Where its parts are, when whole.</param>
    /// <exception cref="InvalidDataException">It is no HTTP response with a Content-Length.</exception>
    public static bool TryParse(ReadOnlySpan<byte> received, out Response response)
    {
        response = default;
        var end = received.IndexOf("\r\n\r\n"u8);
        if (end < 0) return false;
        var head = received[..(end + 2)];
        if (!head.StartsWith("HTTP/1.1 "u8) || !Utf8Parser.TryParse(head[StatusAt..], out int status, out _))
            throw new InvalidDataException("the reply is not HTTP/1.1");
        var body = end + 4;
        var length = ContentLength(head);
        if (received.Length < body + length) return false;
        response = new Response(status, body, length);
        return true;
    }

    private static int ContentLength(ReadOnlySpan<byte> head)
    {
        var name = "\r\nContent-Length: "u8;
        var at = head.IndexOf(name);
        if (at >= 0 && Utf8Parser.TryParse(head[(at + name.Length)..], out int length, out _) && length >= 0) return length;
        throw new InvalidDataException("the reply has no Content-Length");
    }
}

/// <summary>A response within a buffer.</summary>
/// <param name="Status">Status code.</param>
/// <param name="BodyAt">Where the body begins.</param>
/// <param name="BodyLength">Bytes of the body.</param>
public readonly record struct Response(int Status, int BodyAt, int BodyLength)
{
    /// <summary>Bytes of the whole response.</summary>
    public int Length => BodyAt + BodyLength;
}
