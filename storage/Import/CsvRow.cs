using System.Globalization;

namespace Sems.Storage.Import;

/// <summary>A row with its line; reading a cell that is wrong throws <see cref="BadCellException"/>.</summary>
internal sealed class CsvRow(int line, IReadOnlyList<string> raw, IReadOnlyDictionary<string, string> cells)
{
    private const int LongestText = 45;
    private const int LongestSecret = 128;

    public int Line { get; } = line;

    /// <summary>As it stands in the file.</summary>
    public IReadOnlyList<string> Raw { get; } = raw;

    /// <summary>A key: must be there.</summary>
    public string Key(string column) => Text(column) ?? throw new BadCellException($"缺少 {column}");

    /// <summary>A text of up to 45 characters, null when empty or not in the file.</summary>
    public string? Text(string column) => Text(column, LongestText);

    /// <summary>A password or key, which may be longer.</summary>
    public string? Secret(string column) => Text(column, LongestSecret);

    /// <summary>0 or 1, null when empty.</summary>
    public bool? Flag(string column) => Text(column) switch
    {
        null => null,
        "0" => false,
        "1" => true,
        var other => throw new BadCellException($"{column} 只能是 0 或 1，不是“{other}”"),
    };

    /// <summary>A number within a range, null when empty.</summary>
    public double? Number(string column, double least, double most)
    {
        if (Text(column) is not { } text) return null;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
            throw new BadCellException($"{column} 不是数字：“{text}”");
        if (value < least || value > most)
            throw new BadCellException(string.Create(CultureInfo.InvariantCulture, $"{column} 超出范围 {least} 至 {most}：{text}"));
        return value;
    }

    private string? Text(string column, int longest)
    {
        if (!cells.TryGetValue(column, out var text) || text.Length == 0) return null;
        return text.Length <= longest ? text : throw new BadCellException($"{column} 超过 {longest} 个字符");
    }
}

/// <summary>A cell is wrong; the message says how, in Chinese.</summary>
internal sealed class BadCellException(string message) : Exception(message);
