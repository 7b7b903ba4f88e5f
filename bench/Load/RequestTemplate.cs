using System.Text;

namespace Sems.Bench.Load;

/// <summary>A request written once; before each sending only the digits that vary are put in.</summary>
public sealed class RequestTemplate
{
    private readonly byte[] _bytes;
    private readonly List<(RequestField Field, int At, int Width)> _slots = [];

    /// <summary>A POST to a path.</summary>
    /// <param name="host">Host and port.</param>
    /// <param name="path">Path.</param>
    /// <param name="body">JSON; <c>&lt;Group&gt;</c> and so on, a <see cref="RequestField"/>'s name, is where its digits go.</param>
    public RequestTemplate(string host, string path, string body)
    {
        var text = new StringBuilder(body);
        foreach (var field in Enum.GetValues<RequestField>()) text.Replace($"<{field}>", new string((char)field, Width(field)));
        var head = $"POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\nContent-Length: {text.Length}\r\n\r\n";
        foreach (var field in Enum.GetValues<RequestField>())
        {
            var at = text.ToString().IndexOf((char)field, StringComparison.Ordinal);
            if (at >= 0) _slots.Add((field, head.Length + at, Width(field)));
        }
        _bytes = Encoding.ASCII.GetBytes(head + text);
    }

    /// <summary>A copy to patch and send, one for each connection.</summary>
    public byte[] Copy() => [.. _bytes];

    /// <summary>Puts the values of one meter's next request into a copy.</summary>
    public void Patch(byte[] copy, in RequestValues values)
    {
        foreach (var (field, at, width) in _slots) Write(copy.AsSpan(at, width), values.Of(field));
    }

    private static int Width(RequestField field) => field switch
    {
        RequestField.Group => 4,
        RequestField.Ammeter => 12,
        RequestField.Card => 6,
        RequestField.Time => 10,
        RequestField.Energy => 6,
        _ => 2,
    };

    private static void Write(Span<byte> place, long value)
    {
        for (var i = place.Length - 1; i >= 0; i--, value /= 10) place[i] = (byte)('0' + (value % 10));
    }
}
