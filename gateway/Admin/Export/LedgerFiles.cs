using System.Globalization;
using System.Runtime.CompilerServices;
using Sems.Storage;
using Sems.Storage.Curves;
using Sems.Storage.Ledger;

namespace Sems.Gateway.Admin.Export;

/// <summary>Lists of charges and bills, and curves, as files: just what a list shows, in its order, however long.</summary>
internal static class LedgerFiles
{
    private const int Batch = 2_000;

    private static readonly string[] ChargeHeader =
        ["编号", "充电站", "电表", "学号", "卡号", "状态", "开始时间", "结束时间", "时长（分钟）", "电量（kWh）", "金额（元）", "账单状态", "结束原因"];

    private static readonly string[] BillHeader = ["编号", "学号", "充电站", "电表", "充电开始时间", "账单时间", "金额（元）", "状态"];

    private static readonly string[] CurveHeader = ["时间", "Unix 时间（s）", "电流（A）", "电压（V）", "电表读数（kWh）", "功率（W）"];

    public static async Task<IResult> Charges([AsParameters] ChargeQuery query, IDatabaseReader database, TimeProvider time, CancellationToken cancel)
    {
        if (query.Read(out var filter) is { } problem) return Results.BadRequest(new Problem(problem));
        var total = await database.Ledger.CountChargesAsync(filter, cancel);
        var now = time.GetUtcNow();
        return new CsvResult("charges.csv", total, ChargeHeader, RowsAsync(database.Ledger.EveryChargeAsync(filter, Batch, cancel), c => Row(c, now), cancel));
    }

    public static async Task<IResult> Bills([AsParameters] BillQuery query, IDatabaseReader database, CancellationToken cancel)
    {
        if (query.Read(out var filter) is { } problem) return Results.BadRequest(new Problem(problem));
        var total = await database.Ledger.CountBillsAsync(filter, cancel);
        return new CsvResult("bills.csv", total, BillHeader, RowsAsync(database.Ledger.EveryBillAsync(filter, Batch, cancel), Row, cancel));
    }

    public static async Task<IResult> Curve(long id, IDatabaseReader database, CancellationToken cancel)
    {
        if (await database.Ledger.FindChargeAsync(id, cancel) is null) return Results.NotFound(new Problem("充电记录不存在"));
        var samples = await database.Curves.ReadAsync(id, cancel);
        return new CsvResult($"curve-{id}.csv", samples.Count, CurveHeader, OnceAsync(samples.Select(Row)));
    }

    private static string?[] Row(ChargeRecord charge, DateTimeOffset now) =>
    [
        Text(charge.ChargeId), charge.Group, charge.Ammeter, charge.StudentNumber, charge.CardNumber, Word(charge.Status), CsvValues.Time(charge.StartedAt),
        CsvValues.Time(charge.EndedAt), Text((long)((charge.EndedAt ?? now) - charge.StartedAt).TotalMinutes), CsvValues.Number(charge.EnergyWh / 1000, "0.000"),
        CsvValues.Yuan(charge.Bill?.Fen), charge.Bill is { } bill ? Word(bill.Status) : null, charge.Reason,
    ];

    private static string?[] Row(BillEntry entry) =>
    [
        Text(entry.Bill.ChargeId), entry.Bill.StudentNumber, entry.Group, entry.Ammeter, CsvValues.Time(entry.StartedAt), CsvValues.Time(entry.Bill.CreatedAt),
        CsvValues.Yuan(entry.Bill.Fen), Word(entry.Bill.Status),
    ];

    private static string?[] Row(Sample sample) =>
    [
        CsvValues.Time(DateTimeOffset.FromUnixTimeMilliseconds(sample.AtMs)), CsvValues.Number(sample.Time, "0.###"), CsvValues.Number(sample.CurrentA, "R"),
        CsvValues.Number(sample.VoltageV, "R"), CsvValues.Number(sample.Energy, "R"), CsvValues.Number(sample.PowerW, "R"),
    ];

    private static string Word(ChargeStatus status) => status switch
    {
        ChargeStatus.Charging => "充电中",
        ChargeStatus.Low => "已充满",
        ChargeStatus.Paused => "已暂停",
        ChargeStatus.Ended => "已结束",
        _ => "正在开始",
    };

    private static string Word(BillStatus status) => status switch
    {
        BillStatus.Unpaid => "未支付",
        BillStatus.Paid => "已支付",
        _ => "已减免",
    };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static async IAsyncEnumerable<IEnumerable<string?[]>> RowsAsync<T>(
        IAsyncEnumerable<IReadOnlyList<T>> batches, Func<T, string?[]> row, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var batch in batches.WithCancellation(cancel)) yield return batch.Select(row);
    }

    private static async IAsyncEnumerable<IEnumerable<string?[]>> OnceAsync(IEnumerable<string?[]> rows)
    {
        await Task.CompletedTask;
        yield return rows;
    }
}
