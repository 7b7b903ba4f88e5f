using System.Text;
using CsvHelper;

namespace Sems.Storage.Import;

/// <summary>Reads one CSV file with a header row.</summary>
internal static class CsvFile
{
    /// <summary>The rows, or null when there is no such file. Rows that are no CSV are reported.</summary>
    /// <exception cref="CampusImportException">A key column is missing, or the file is not UTF-8.</exception>
    public static CsvContent? Read(string path, IReadOnlyList<string> keys, Action<int, string> report)
    {
        if (!File.Exists(path)) return null;
        var name = Path.GetFileName(path);
        try
        {
            using var text = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
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

    /// <summary>The rows of a text that is there.</summary>
    /// <exception cref="CampusImportException">A key column is missing.</exception>
    public static CsvContent Read(TextReader text, string name, IReadOnlyList<string> keys, Action<int, string> report)
    {
        using var csv = CsvReader.Create(text, new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            TrackLineNumbers = true,
            AllowLineBreaksInQuotes = false, // else one stray quote swallows the rest of the file
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = bad => report((int)bad.LineNumber, "引号不成对"),
        }, false);
        if (!csv.Read()) throw new CampusImportException($"{name} 是空的：缺少表头");
        var header = Cells(csv);
        foreach (var key in keys)
            if (!header.Contains(key, StringComparer.OrdinalIgnoreCase))
                throw new CampusImportException($"{name} 的表头缺少 {key} 列");

        var rows = new List<CsvRow>();
        while (csv.Read())
        {
            var cells = Cells(csv);
            var line = (int)csv.LineNumber;
            if (cells.All(c => c.Length == 0)) continue;
            if (cells.Skip(header.Length).Any(c => c.Length > 0)) report(line, "列数多于表头");
            else rows.Add(new CsvRow(line, cells, ByName(header, cells)));
        }

        return new CsvContent(header, rows);
    }

    private static string[] Cells(CsvReader csv)
    {
        var cells = new string[csv.FieldCount];
        for (var i = 0; i < cells.Length; i++) cells[i] = csv.GetString(i).Trim();
        return cells;
    }

    private static Dictionary<string, string> ByName(string[] header, string[] cells)
    {
        var byName = new Dictionary<string, string>(cells.Length, StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < Math.Min(header.Length, cells.Length); i++) byName[header[i]] = cells[i];
        return byName;
    }
}
