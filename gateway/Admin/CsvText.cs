using System.Globalization;
using System.Text;

namespace Sems.Gateway.Admin;

/// <summary>Rows of a CSV file.</summary>
internal static class CsvText
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

    private static void Append(StringBuilder row, string cell)
    {
        if (cell.AsSpan().IndexOfAny(",\"\r\n") < 0) row.Append(cell);
        else row.Append('"').Append(cell.Replace("\"", "\"\"")).Append('"');
    }
}
