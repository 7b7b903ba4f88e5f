using System.Globalization;
using Sems.Simulator.Time;

namespace Sems.Simulator.Campus;

/// <summary>User names as students choose them, each once.</summary>
public sealed class NameGenerator(Random random)
{
    private static readonly string[] Families =
        ["wang", "li", "zhang", "liu", "chen", "yang", "zhao", "huang", "zhou", "wu", "xu", "sun", "hu", "zhu", "gao", "lin", "he", "guo", "ma", "luo"];

    private static readonly string[] Given =
        ["wei", "fang", "na", "min", "jing", "qiang", "lei", "yan", "jie", "tao", "ming", "chao", "xia", "ping", "gang", "yu", "ting", "hao", "xin", "rui"];

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>The next name: lower-case pinyin, with a number where the plain one is taken.</summary>
    public string Next()
    {
        var name = random.Pick(Families) + random.Pick(Given) + (random.Chance(0.4) ? random.Pick(Given) : "");
        var unique = name;
        for (var n = random.Next(1, 100); !_taken.Add(unique); n++) unique = name + n.ToString("00", CultureInfo.InvariantCulture);
        return unique;
    }
}
