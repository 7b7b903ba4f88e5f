using System.Globalization;
using System.Text.RegularExpressions;

namespace Sems.Gateway.Tests.Metrics;

/// <summary>A strict reader of Prometheus' text format: whatever is not to the letter fails the test.</summary>
internal sealed partial class PrometheusPage
{
    private readonly Dictionary<string, (string Type, Dictionary<string, double> Series)> _families = [];

    public PrometheusPage(string text)
    {
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        string? help = null, family = null;
        foreach (var line in text[..^1].Split('\n'))
        {
            if (Help().Match(line) is { Success: true } h)
            {
                Assert.Null(help); // one HELP, then its TYPE
                help = h.Groups[1].Value;
            }
            else if (Type().Match(line) is { Success: true } t)
            {
                family = t.Groups[1].Value;
                Assert.Equal(help, family);
                Assert.True(_families.TryAdd(family, (t.Groups[2].Value, [])), $"{family} is there twice");
                if (t.Groups[2].Value == "counter") Assert.EndsWith("_total", family, StringComparison.Ordinal);
                else Assert.False(family.EndsWith("_total", StringComparison.Ordinal), family);
                help = null;
            }
            else
            {
                var sample = Sample().Match(line);
                Assert.True(sample.Success, $"not a sample: {line}");
                Assert.Equal(family, sample.Groups["name"].Value);
                var value = sample.Groups["value"].Value switch
                {
                    "+Inf" => double.PositiveInfinity,
                    "-Inf" => double.NegativeInfinity,
                    var number => double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture),
                };
                Assert.True(_families[family!].Series.TryAdd(sample.Groups["labels"].Value, value), $"twice: {line}");
                if (_families[family!].Type == "counter") Assert.True(value >= 0, line);
            }
        }
        Assert.All(_families, f => Assert.NotEmpty(f.Value.Series));
    }

    public IEnumerable<string> Names => _families.Keys;

    public double this[string name, string labels = ""] => _families[name].Series[labels];

    public string TypeOf(string name) => _families[name].Type;

    [GeneratedRegex(@"^# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) (?:[^\\]|\\\\|\\n)+$")]
    private static partial Regex Help();

    [GeneratedRegex(@"^# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge|histogram|summary|untyped)$")]
    private static partial Regex Type();

    [GeneratedRegex(@"^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(?<labels>(?:\{[a-zA-Z_][a-zA-Z0-9_]*=""(?:[^""\\]|\\[\\""n])*""(?:,[a-zA-Z_][a-zA-Z0-9_]*=""(?:[^""\\]|\\[\\""n])*"")*\})?) (?<value>[+-]Inf|NaN|-?[0-9]+(?:\.[0-9]+)?(?:E[+-][0-9]+)?)$")]
    private static partial Regex Sample();
}
