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
    /// <param name="headers">Further headers, each with its line end, with such places too.</param>
    public RequestTemplate(string host, string path, string body, string headers = "")
    {
        body = Mark(body);
        var text = $"POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\n{Mark(headers)}Content-Length: {body.Length}\r\n\r\n{body}";
        foreach (var field in Enum.GetValues<RequestField>())
        {
            var width = Width(field);
            for (var at = text.IndexOf((char)field, StringComparison.Ordinal); at >= 0; at = text.IndexOf((char)field, at + width)) _slots.Add((field, at, width));
        }
        _bytes = Encoding.ASCII.GetBytes(text);
    }

    /// <summary>A copy to patch and send, one for each connection.</summary>
    public byte[] Copy() => [.. _bytes];

    /// <summary>Puts the values of one meter's next request into a copy.</summary>
    public void Patch(byte[] copy, in RequestValues values)
    {
        foreach (var (field, at, width) in _slots) Write(copy.AsSpan(at, width), values.Of(field));
    }

    private static string Mark(string text) => Enum.GetValues<RequestField>()
        .Aggregate(text, (marked, field) => marked.Replace($"<{field}>", new string((char)field, Width(field)), StringComparison.Ordinal));

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
