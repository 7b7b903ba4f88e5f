using System.Globalization;
using System.Text;

namespace Sems.Gateway.Admin;

/// <summary>Rows of a CSV file.</summary>
public static class CsvText
{
    /// <summary>A row without its end. Numbers are written the same everywhere.</summary>
    public static string Row(IEnumerable<object?> cells)
    {
        var row = new StringBuilder();
        var first = true;
        foreach (var cell in cells)
        {
            if (!first) row.Append(',');
            first = false;
            Append(row, Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "");
        }
        return row.ToString();
    }

    /// <summary>A cell for spreadsheets: a text they would take for a formula gets an apostrophe in front.</summary>
    public static object? Plain(object? cell) => cell is string { Length: > 0 } text && text[0] is ('=' or '+' or '-' or '@' or '\t' or '\r') ? "'" + text : cell;

    private static void Append(StringBuilder row, string cell)
    {
        if (cell.AsSpan().IndexOfAny(",\"\r\n") < 0) row.Append(cell);
        else row.Append('"').Append(cell.Replace("\"", "\"\"")).Append('"');
    }
}
