using System.Text.Json;
using Sems.Storage;
using Sems.Storage.Audit;

namespace Sems.Gateway.Admin;

/// <summary>The audit log, read from storage.</summary>
internal static class AuditEndpoint
{
    public static async Task<IResult> List(
        IDatabaseReader database, string? who, string? what, string? subject, string? from, string? to, int? page, int? pageSize, CancellationToken cancel)
    {
        if (PageText.Fault(page, pageSize) is { } fault) return Results.BadRequest(new Problem(fault));
        if (!TimeText.TryRead(from, out var since)) return Results.BadRequest(new Problem(TimeText.Words("from")));
        if (!TimeText.TryRead(to, out var until)) return Results.BadRequest(new Problem(TimeText.Words("to")));
        var filter = new AuditFilter(PageText.NullIfEmpty(who), PageText.NullIfEmpty(what), PageText.NullIfEmpty(subject), since, until);
        var found = await database.Audit.ReadPageAsync(filter, page ?? 1, pageSize ?? PageText.UsualPerPage, cancel);
        return Results.Ok(new AuditPage([.. found.Items.Select(View)], found.Total));
    }

    private static AuditView View(AuditRecord row) => new(row.AuditId, row.At, row.Who, row.What, row.Subject, Json(row.BeforeJson), Json(row.AfterJson));

    private static JsonElement? Json(string? text) => text is null ? null : JsonElement.Parse(text);
}
