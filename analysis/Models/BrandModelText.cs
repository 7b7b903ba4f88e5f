using System.Globalization;

namespace Sems.Analysis.Models;

/// <summary>A model in words.</summary>
internal static class BrandModelText
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    public static IReadOnlyList<string> Of(BrandModelState state, int? batteries)
    {
        var lines = new List<string> { Origin(state, batteries) };
        if (state.Charges == 0) return [.. lines, Needed(state)];
        var figures = BrandModel.Figures(state);
        if (figures.SecondsToFull is { } time) lines.Add($"充到满通常需要 {Duration(time.Median)}，十次中有八次在 {Duration(time.Low)}到 {Duration(time.High)}之间。");
        if (figures.EnergyWh is { } energy)
            lines.Add(Text($"一次充电通常用电 {energy.Median / 1000:0.00} kWh，十次中有八次在 {energy.Low / 1000:0.00} 到 {energy.High / 1000:0.00} kWh 之间。"));
        if (figures.PlateauA is { } plateau) lines.Add(Text($"恒流阶段电流约 {plateau.Median:0.00} A{Fall(figures.TaperTauS)}。"));
        if (state.Charges > state.Kept.Count) lines.Add(Text($"图中按其中 {state.Kept.Count} 次绘制，越新的充电越容易入选，权重每 {ModelSample.HalfLifeDays:0} 天减半。"));
        if (state.LeftOut > 0) lines.Add($"另有 {state.LeftOut} 次充电发现异常，没有计入。");
        if (Needed(state) is { Length: > 0 } needed) lines.Add(needed);
        if (Unseen(state) is { } unseen) lines.Add(unseen);
        return lines;
    }

    private static string Origin(BrandModelState state, int? batteries)
    {
        if (state.FirstMs is not { } first || state.LastMs is not { } last) return "还没有充电可供学习。";
        var of = batteries is { } count ? $"、{count} 块电池" : "";
        return $"由 {state.Charges} 次充电{of}得出，其中 {state.Full} 次充到满；最早 {Day(first)}，最近 {Day(last)}。";
    }

    private static string Needed(BrandModelState state) =>
        BrandModel.IsGood(state) ? "" : $"满 {BrandModel.Enough} 次充电后才可作准，还差 {BrandModel.Enough - state.Charges} 次。";

    /// <summary>Which part of the picture too few charges tell.</summary>
    private static string? Unseen(BrandModelState state)
    {
        var full = state.Kept.Count(c => c.Shape is not null);
        if (full < Spread.Least) return $"充到满的只有 {full} 次，至少 {Spread.Least} 次才画得出曲线。";
        var picture = BrandModel.Picture(state);
        var from = picture.Share.Where((_, i) => picture.Current.Median[i] is null).DefaultIfEmpty(0).Max();
        return from > 0 ? $"电量 {from}% 以下的充电太少，那一段还画不出来。" : null;
    }

    private static string Fall(Spread? tau) => tau is null ? "" : Text($"，之后电流下降，时间常数约 {tau.Median / 60:0} 分钟");

    private static string Duration(double seconds)
    {
        var minutes = (long)Math.Round(seconds / 60);
        return minutes < 60 ? $"{minutes} 分" : $"{minutes / 60} 小时 {minutes % 60} 分";
    }

    private static string Day(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms).ToOffset(China).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
