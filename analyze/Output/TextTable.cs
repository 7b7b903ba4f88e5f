using System.Text;

namespace Sems.Analyze.Output;

/// <summary>Rows under headings, as wide as they need to be; the last column may be of any width.</summary>
internal sealed class TextTable(params string[] headings)
{
    private readonly List<string[]> _rows = [];
    private readonly HashSet<int> _right = [];

    /// <summary>Columns of figures stand to the right.</summary>
    public TextTable Right(params int[] columns)
    {
        _right.UnionWith(columns);
        return this;
    }

    public void Add(params string[] cells) => _rows.Add(cells);

    public void WriteTo(StringBuilder text)
    {
        var widths = headings.Select((h, i) => Math.Max(h.Length, _rows.Count == 0 ? 0 : _rows.Max(r => r[i].Length))).ToArray();
        foreach (var row in _rows.Prepend(headings))
        {
            var line = new StringBuilder("  ");
            for (var i = 0; i < row.Length; i++)
                line.Append(_right.Contains(i) ? row[i].PadLeft(widths[i]) : row[i].PadRight(widths[i])).Append("  ");
            text.AppendLine(line.ToString().TrimEnd());
        }
    }
}
