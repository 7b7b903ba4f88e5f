using System.Text.Json;
using Sems.Storage;
using Sems.Storage.Audit;

namespace Sems.Gateway.Admin;

/// <summary>The audit log, read from storage.</summary>
internal static class AuditEndpoint
{
    private const int MostPerPage = 500;

    public static async Task<IResult> List(
        IDatabaseReader database, string? who, string? what, string? subject, string? from, string? to, int? page, int? pageSize, CancellationToken cancel)
    {
        if (page is < 1) return Results.BadRequest(new Problem("page 从 1 开始"));
        if (pageSize is < 1 or > MostPerPage) return Results.BadRequest(new Problem($"pageSize 必须是 1 到 {MostPerPage}"));
        if (!TimeText.TryRead(from, out var since)) return Results.BadRequest(new Problem(TimeText.Words("from")));
        if (!TimeText.TryRead(to, out var until)) return Results.BadRequest(new Problem(TimeText.Words("to")));
        var filter = new AuditFilter(NullIfEmpty(who), NullIfEmpty(what), NullIfEmpty(subject), since, until);
        var found = await database.Audit.ReadPageAsync(filter, page ?? 1, pageSize ?? 50, cancel);
        return Results.Ok(new AuditPage([.. found.Items.Select(View)], found.Total));
    }

    private static AuditView View(AuditRecord row) => new(row.AuditId, row.At, row.Who, row.What, row.Subject, Json(row.BeforeJson), Json(row.AfterJson));

    private static JsonElement? Json(string? text) => text is null ? null : JsonElement.Parse(text);

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
