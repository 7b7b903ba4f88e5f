using System.Globalization;
using System.Runtime.CompilerServices;
using Sems.Gateway.Admin.Export;
using Sems.Storage;
using Sems.Storage.Analysis;
using Sems.Storage.Ledger;

namespace Sems.Gateway.Admin.Analysis;

/// <summary>The list of batteries as a file: just what the list shows, in its order.</summary>
internal static class BatteryFiles
{
    private const int RowsPerRead = 2_000;

    private static readonly string[] Header =
        ["学号", "品牌", "型号", "电池类型", "额定电压（V）", "额定容量（Ah）", "健康度（%）", "下限（%）", "上限（%）", "结论", "充电次数", "最近充电", "每月变化（百分点）", "到 80% 的月数", "原因"];

    public static async Task<IResult> Csv([AsParameters] BatteryQuery query, IDatabaseReader database, CancellationToken cancel)
    {
        if (query.Read(out var filter) is { } problem) return Results.BadRequest(new Problem(problem));
        var first = await database.Analysis.BatteriesAsync(filter, 1, RowsPerRead, cancel);
        return new CsvResult("batteries.csv", first.Total, Header, RowsAsync(database, filter, first, cancel));
    }

    private static async IAsyncEnumerable<IEnumerable<string?[]>> RowsAsync(
        IDatabaseReader database, BatteryFilter filter, Page<BatteryRecord> found, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (var page = 2; ; page++)
        {
            yield return found.Items.Select(BatteryView.Of).Select(Row);
            if (found.Items.Count < RowsPerRead) yield break;
            found = await database.Analysis.BatteriesAsync(filter, page, RowsPerRead, cancel);
        }
    }

    private static string?[] Row(BatteryView b) =>
    [
        b.StudentNumber, b.Brand, b.Model, b.BatteryType, Number(b.RatedV), Number(b.RatedAh), Number(b.SohPercent), Number(b.Low), Number(b.High), Word(b.Verdict),
        b.Charges.ToString(CultureInfo.InvariantCulture), CsvValues.Time(b.LastAt), CsvValues.Number(b.TrendPercentPerMonth?.Value, "0.00"), Number(b.MonthsTo80?.Value),
        string.Join(' ', b.Reasons),
    ];

    private static string? Number(double? value) => CsvValues.Number(value, "0.#");

    private static string Word(string verdict) => verdict switch
    {
        "good" => "良好",
        "watch" => "留意",
        "likely_aged" => "可能老化",
        _ => "数据不足",
    };
}
