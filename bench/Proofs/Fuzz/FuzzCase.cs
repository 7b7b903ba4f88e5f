using System.Buffers;
using System.Globalization;
using System.Text;

namespace Sems.Bench.Proofs.Fuzz;

/// <summary>One generated request.</summary>
internal sealed record FuzzCase
{
    /// <summary>Bytes a body may have.</summary>
    public const int MostBytes = 64 * 1024;

    /// <summary>Its number: with the seed it says everything.</summary>
    public required int Number { get; init; }

    /// <summary>The call.</summary>
    public required FuzzCall Call { get; init; }

    /// <summary>How it was made, for people.</summary>
    public required string Kind { get; init; }

    /// <summary>The body.</summary>
    public required byte[] Body { get; init; }

    /// <summary>The method.</summary>
    public string Method { get; init; } = "POST";

    /// <summary>Further headers, each with its line end.</summary>
    public string Headers { get; init; } = "";

    /// <summary>The length of each piece of a chunked body; 0 for one that is not chunked.</summary>
    public int Chunk { get; init; }

    /// <summary>A chunk's length is no number.</summary>
    public bool BrokenChunks { get; init; }

    /// <summary>Writes the request as it goes over the wire.</summary>
    public void WriteTo(ArrayBufferWriter<byte> wire)
    {
        var length = Chunk > 0 ? "Transfer-Encoding: chunked" : string.Create(CultureInfo.InvariantCulture, $"Content-Length: {Body.Length}");
        Text(wire, $"{Method} /service/{Call.Name} HTTP/1.1\r\nHost: sems\r\n{Headers}{length}\r\n\r\n");
        if (Chunk == 0)
        {
            wire.Write(Body);
            return;
        }
        for (var at = 0; at < Body.Length; at += Chunk)
        {
            var piece = Body.AsSpan(at, Math.Min(Chunk, Body.Length - at));
            Text(wire, BrokenChunks ? "zz\r\n" : string.Create(CultureInfo.InvariantCulture, $"{piece.Length:x}\r\n"));
            wire.Write(piece);
            Text(wire, "\r\n");
        }
        Text(wire, "0\r\n\r\n");
    }

    /// <summary>All of it for a person: what is no printable ASCII is escaped.</summary>
    public override string ToString() =>
        $"number {Number}, {Kind}: {Method} /service/{Call.Name} {Headers.ReplaceLineEndings(" ")}{(Chunk > 0 ? $"in chunks of {Chunk} " : "")}{Body.Length} bytes: {Escape(Body)}";

    /// <summary>Bytes for a person.</summary>
    public static string Escape(ReadOnlySpan<byte> bytes)
    {
        const int most = 4096;
        var text = new StringBuilder();
        foreach (var b in bytes[..Math.Min(most, bytes.Length)])
        {
            if (b is >= 0x20 and < 0x7f and not (byte)'\\') text.Append((char)b);
            else text.Append(CultureInfo.InvariantCulture, $"\\x{b:x2}");
        }
        return bytes.Length > most ? text.Append('…').ToString() : text.ToString();
    }

    private static void Text(ArrayBufferWriter<byte> wire, string text) => wire.Advance(Encoding.ASCII.GetBytes(text, wire.GetSpan(text.Length)));
}
