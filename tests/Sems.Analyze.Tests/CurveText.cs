using System.Globalization;
using System.Text;

namespace Sems.Analyze.Tests;

/// <summary>Curves as files hold them.</summary>
internal static class CurveText
{
    /// <summary>Two hours at 1.7 A, a taper of an hour, and a tail; every 10 s, with what columns are asked for.</summary>
    /// <param name="columns">In their order: t_s, time, current_a, voltage_v, energy, power_w, cycle, or a name that says nothing.</param>
    /// <param name="cycles">So many charges one after another.</param>
    /// <param name="volts">The mains, or a battery below 100 V.</param>
    public static string Of(string columns, int cycles = 1, double volts = 220)
    {
        var names = columns.Split(',');
        var text = new StringBuilder(columns).Append('\n');
        for (var cycle = 0; cycle < cycles; cycle++)
        {
            var kwh = 100d;
            for (var second = 0; second < 4 * 3600; second += 10)
            {
                var amperes = second < 7200 ? 1.7 : Math.Max(0.1, 1.7 * Math.Exp(-(second - 7200) / 1800d));
                kwh += amperes * volts * 10 / 3_600_000;
                text.AppendJoin(',', names.Select(name => Cell(name, cycle, second, amperes, volts, kwh))).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Cell(string name, int cycle, int second, double amperes, double volts, double kwh) => name switch
    {
        "t_s" => Text(second + 500),
        "time" => Text(1_467_753_314 + second),
        "current_a" => Text(Math.Round(amperes + (second % 30 / 10000d), 4)),
        "voltage_v" => Text(volts),
        "energy" => Text(Math.Round(kwh, 3)),
        "power_w" => Text(Math.Round(amperes * volts, 1)),
        "cycle" => Text(cycle),
        _ => "x",
    };

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
