using System.Globalization;
using System.Text.Json;
using Sems.Simulator.Demo;

namespace Sems.Simulator.Replay;

/// <summary>Reads a replayed charge back from the server and compares it with what was sent.</summary>
public sealed class ReplayVerifier(AdminClient admin)
{
    private HashSet<string> _before = [];

    /// <summary>Remembers the charges of earlier runs.</summary>
    public async Task RememberAsync(CancellationToken cancellation) =>
        _before = [.. (await ChargesAsync(cancellation).ConfigureAwait(false)).Select(c => c.Id)];

    /// <summary>Compares.</summary>
    /// <returns>What was found; <see cref="ReplayOutcome.Mismatch"/> is null when all is right.</returns>
    public async Task<ReplayOutcome> VerifyAsync(IReadOnlyList<ReplayRow> rows, CancellationToken cancellation)
    {
        List<ReplayRow> distinct = [.. rows.DistinctBy(r => r.TimeS)];
        List<(string Id, bool Ended)> charges = [.. (await ChargesAsync(cancellation).ConfigureAwait(false)).Where(c => !_before.Contains(c.Id))];
        if (charges.Count != 1) return new ReplayOutcome(distinct.Count, null, null, $"the server has {charges.Count} charges of the replay instead of 1");
        var (id, ended) = charges[0];
        if (!ended) return new ReplayOutcome(distinct.Count, null, null, $"charge {id} has not ended");

        using var charge = await admin.GetAsync($"api/admin/charges/{Uri.EscapeDataString(id)}", cancellation).ConfigureAwait(false);
        if (!charge.RootElement.TryGetProperty("bill", out var bill) || bill.ValueKind is JsonValueKind.Null)
            return new ReplayOutcome(distinct.Count, null, null, $"charge {id} has no bill");
        var yuan = FindFen(bill) / 100m;

        using var curve = await admin.GetAsync($"api/admin/charges/{Uri.EscapeDataString(id)}/curve?resolution=raw", cancellation).ConfigureAwait(false);
        List<JsonElement> points = [.. curve.RootElement.GetProperty("points").EnumerateArray()];
        return new ReplayOutcome(distinct.Count, points.Count, yuan, CurveMismatch(distinct, points));
    }

    /// <summary>Compares points (time, A, V, energy, W) with the rows sent; null when equal, else the first difference.</summary>
    public static string? CurveMismatch(IReadOnlyList<ReplayRow> distinct, IReadOnlyList<JsonElement> points)
    {
        var byTime = distinct.ToDictionary(r => r.TimeS);
        foreach (var point in points)
        {
            if (point.ValueKind != JsonValueKind.Array || point.GetArrayLength() != 5) return $"point {point.GetRawText()} is not five values";
            if (Number(point[0]) is not { } time || !byTime.Remove(time, out var row)) return $"point {point.GetRawText()} was never sent, or comes twice";
            if (!Same(point[1], row.CurrentA) || !Same(point[2], row.VoltageV) || !Same(point[3], row.Energy) || !Same(point[4], row.PowerW))
                return $"line {row.Line} was sent as {row.Time},{row.CurrentA},{row.VoltageV},{row.Energy},{row.PowerW} and is kept as {point.GetRawText()}";
        }

        return byTime.Count == 0 ? null : $"{byTime.Count} samples are missing, the first is line {byTime.Values.Min(r => r.Line)}";
    }

    private async Task<List<(string Id, bool Ended)>> ChargesAsync(CancellationToken cancellation)
    {
        using var list = await admin.GetAsync($"api/admin/charges?group={ReplayCampus.Group}&pageSize=50", cancellation).ConfigureAwait(false);
        return
        [
            .. list.RootElement.GetProperty("items").EnumerateArray().Select(item => (
                item.GetProperty("id").ToString(),
                item.TryGetProperty("ended_at", out var ended) && ended.ValueKind is not JsonValueKind.Null)),
        ];
    }

    private static bool Same(JsonElement kept, string? sent) => sent is null ? kept.ValueKind is JsonValueKind.Null : Number(kept) == ReplayNumber.Parse(sent);

    private static decimal? Number(JsonElement element) =>
        element.ValueKind is JsonValueKind.Number && decimal.TryParse(element.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>The bill's amount in fen: the bill itself, or its first field that ends in "fen".</summary>
    private static decimal? FindFen(JsonElement bill) => bill.ValueKind is not JsonValueKind.Object
        ? Number(bill)
        : bill.EnumerateObject().Where(p => p.Name.EndsWith("fen", StringComparison.OrdinalIgnoreCase)).Select(p => Number(p.Value)).FirstOrDefault();
}
