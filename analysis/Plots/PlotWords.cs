using System.Globalization;
using Sems.Analysis.Energy;

namespace Sems.Analysis.Plots;

/// <summary>Figures in Chinese.</summary>
internal static class PlotWords
{
    public static string Duration(double seconds)
    {
        var minutes = (long)Math.Round(seconds / 60);
        if (seconds < 90) return Text($"{seconds:0} 秒");
        return minutes < 60 ? $"{minutes} 分" : Text($"{minutes / 60} 小时 {minutes % 60:00} 分");
    }

    public static string Energy(double wh) => wh >= 100 ? Text($"{wh / 1000:0.00} kWh") : Text($"{wh:0.00} Wh");

    public static string Interval(EnergyEstimate energy) => energy.Wh >= 100
        ? Text($"{energy.LowWh / 1000:0.00}–{energy.HighWh / 1000:0.00} kWh")
        : Text($"{energy.LowWh:0.00}–{energy.HighWh:0.00} Wh");

    public static string Source(EnergySource source) => source switch
    {
        EnergySource.Counter => "按电表计数",
        EnergySource.Power => "按功率",
        _ => "按电流与电压",
    };

    /// <summary>A moment: hours and minutes since the origin.</summary>
    public static string Moment(PlotTitle title, long atMs, bool seconds = true)
    {
        var passed = (atMs - title.OriginMs) / 1000;
        var sign = passed < 0 ? "-" : "";
        passed = Math.Abs(passed);
        return Text($"{sign}{passed / 3600}:{passed / 60 % 60:00}") + (seconds ? Text($":{passed % 60:00}") : "");
    }

    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
