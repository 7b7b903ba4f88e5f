using System.Buffers;
using System.Text;

namespace Sems.Simulator.Campus;

/// <summary>Comma-separated text (RFC 4180): fields may be quoted, a quote inside is doubled, a quoted field may span lines.</summary>
public static class CsvText
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n");

    /// <summary>Writes one row.</summary>
    public static void WriteRow(TextWriter writer, IEnumerable<string?> fields)
    {
        var first = true;
        foreach (var field in fields)
        {
            if (!first) writer.Write(',');
            first = false;
            if (field is null) continue;
            if (field.AsSpan().IndexOfAny(NeedQuotes) < 0) writer.Write(field);
            else writer.Write('"' + field.Replace("\"", "\"\"", StringComparison.Ordinal) + '"');
        }

        writer.Write('\n');
    }

    /// <summary>Reads all rows; blank lines are skipped.</summary>
    /// <returns>Each row's fields and the number of the line it begins at, from 1.</returns>
    /// <exception cref="InvalidDataException">A quoted field does not end, or text follows its closing quote; the message names the line.</exception>
    public static IEnumerable<(int Line, List<string> Fields)> ReadRows(TextReader reader)
    {
        var line = 0;
        while (reader.ReadLine() is { } text)
        {
            var begin = ++line;
            if (string.IsNullOrWhiteSpace(text)) continue;
            while (HasOpenQuote(text))
            {
                if (reader.ReadLine() is not { } more) throw new InvalidDataException($"line {begin}: a quoted field does not end");
                text += "\n" + more;
                line++;
            }

            yield return (begin, Split(text, begin));
        }
    }

    private static bool HasOpenQuote(string text) => text.AsSpan().Count('"') % 2 == 1;

    private static List<string> Split(string text, int line)
    {
        var fields = new List<string>();
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && text[at] == '"')
            {
                fields.Add(Quoted(text, ref at, line));
            }
            else
            {
                var end = text.IndexOf(',', at);
                if (end < 0) end = text.Length;
                fields.Add(text[at..end]);
                at = end;
            }
        }

        return fields;
    }

    /// <summary>Reads from an opening quote; leaves <paramref name="at"/> on the comma after the field or past the end.</summary>
    private static string Quoted(string text, ref int at, int line)
    {
        var field = new StringBuilder();
        while (true)
        {
            var quote = text.IndexOf('"', at + 1);
            field.Append(text, at + 1, quote - at - 1);
            at = quote + 1;
            if (at >= text.Length || text[at] == ',') return field.ToString();
            if (text[at] != '"') throw new InvalidDataException($"line {line}: text follows a closing quote");
            field.Append('"');
        }
    }
}
