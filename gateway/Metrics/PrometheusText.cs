using System.Globalization;
using System.Text;

namespace Sems.Gateway.Metrics;

/// <summary>Prometheus' text format, version 0.0.4 (prometheus.io/docs/instrumenting/exposition_formats).</summary>
internal sealed class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly StringBuilder _text = new();

    /// <summary>A metric without labels.</summary>
    public void Add(string name, string type, string help, double value) =>
        Add(new MetricFamily(name, type, help, true) { Series = { [""] = value } });

    /// <summary>A metric of which each series has one label.</summary>
    public void Add(string name, string type, string help, string label, params (string Value, double Number)[] series)
    {
        var family = new MetricFamily(name, type, help, true);
        foreach (var (value, number) in series) family.Series[Labels([new(label, value)])] = number;
        Add(family);
    }

    /// <summary>A metric; nothing when it has no series.</summary>
    public void Add(MetricFamily family)
    {
        if (family.Series.Count == 0) return;
        _text.Append("# HELP ").Append(family.Name).Append(' ').Append(family.Help.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)).Append('\n');
        _text.Append("# TYPE ").Append(family.Name).Append(' ').Append(family.Type).Append('\n');
        foreach (var (labels, value) in family.Series) _text.Append(family.Name).Append(labels).Append(' ').Append(Number(value)).Append('\n');
    }

    /// <summary>sems.grain.calls is sems_grain_calls_total.</summary>
    public static string Name(string name, string? unit, bool grows)
    {
        var made = new StringBuilder(Word(name));
        var suffix = unit switch { "s" => "_seconds", "By" => "_bytes", "ms" => "_milliseconds", "%" => "_percent", _ => "" };
        if (!made.ToString().EndsWith(suffix, StringComparison.Ordinal)) made.Append(suffix);
        if (grows && !made.ToString().EndsWith("_total", StringComparison.Ordinal)) made.Append("_total");
        return made.ToString();
    }

    /// <summary>Labels as they are written, in the order of their names; empty for none.</summary>
    public static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty) return "";
        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in tags) labels[Word(name)] = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        return "{" + string.Join(',', labels.Select(l => $"{l.Key}=\"{Escaped(l.Value)}\"")) + "}";
    }

    public override string ToString() => _text.ToString();

    private static string Escaped(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Word(string name)
    {
        var made = new StringBuilder(name.Length);
        foreach (var c in name) made.Append(char.IsAsciiLetterOrDigit(c) ? c : '_');
        return char.IsAsciiDigit(made[0]) ? "_" + made : made.ToString();
    }

    private static string Number(double value) => double.IsPositiveInfinity(value) ? "+Inf" : double.IsNegativeInfinity(value) ? "-Inf"
        : double.IsNaN(value) ? "NaN" : value.ToString("R", CultureInfo.InvariantCulture);
}
