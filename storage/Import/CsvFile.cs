using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Sems.Storage.Import;

/// <summary>Reads one CSV file with a header row.</summary>
internal static class CsvFile
{
    /// <summary>The rows, or null when there is no such file. Rows that are no CSV are reported.</summary>
    /// <exception cref="CampusImportException">A key column is missing, or the file is not UTF-8.</exception>
    public static List<CsvRow>? Read(string path, IReadOnlyList<string> keys, Action<int, string> report)
    {
        if (!File.Exists(path)) return null;
        var name = Path.GetFileName(path);
        try
        {
            using var text = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
            return Read(text, name, keys, report);
        }
        catch (DecoderFallbackException e)
        {
            throw new CampusImportException($"{name} 不是 UTF-8 编码（用 Excel 保存时请选“CSV UTF-8”）", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CampusImportException($"{name} 无法读取：{e.Message}", e);
        }
    }

    private static List<CsvRow> Read(TextReader text, string name, IReadOnlyList<string> keys, Action<int, string> report)
    {
        var broken = false;
        using var parser = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            TrimOptions = TrimOptions.Trim,
            BadDataFound = _ => broken = true,
        });
        if (!parser.Read()) throw new CampusImportException($"{name} 是空的：缺少表头");
        var header = Header(parser.Record!, name, keys);
        var rows = new List<CsvRow>();
        while (true)
        {
            broken = false;
            if (!parser.Read()) return rows;
            var record = parser.Record!;
            var line = parser.RawRow - record.Sum(cell => cell.Count(c => c == '\n'));
            if (record.All(string.IsNullOrWhiteSpace)) continue;
            if (broken) report(line, "引号不成对");
            else if (record.Length > header.Length) report(line, "列数多于表头");
            else rows.Add(new CsvRow(line, Cells(header, record)));
        }
    }

    private static string[] Header(string[] cells, string name, IReadOnlyList<string> keys)
    {
        var header = cells.Select(c => c.Trim()).ToArray();
        foreach (var key in keys)
            if (!header.Contains(key, StringComparer.OrdinalIgnoreCase))
                throw new CampusImportException($"{name} 的表头缺少 {key} 列");
        return header;
    }

    private static Dictionary<string, string> Cells(string[] header, string[] record)
    {
        var cells = new Dictionary<string, string>(record.Length, StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < record.Length; i++) cells[header[i]] = record[i].Trim();
        return cells;
    }
}
