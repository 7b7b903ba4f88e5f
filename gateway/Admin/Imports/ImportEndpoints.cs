using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Sems.GrainInterfaces;
using Sems.Storage.Import;

namespace Sems.Gateway.Admin.Imports;

/// <summary>Imports: the gateway reads the file's encoding, a grain does everything else.</summary>
internal static class ImportEndpoints
{
    private const int MostCharacters = 20 * 1024 * 1024;
    private const string KindWords = "kind 必须是 students、stations 或 ammeters";

    public static async Task<IResult> OpenAsync(HttpRequest request, string? kind, IGrainFactory grains, CancellationToken cancel)
    {
        try
        {
            var (word, csv, encoding) = request.HasJsonContentType() ? await JsonAsync(request, cancel) : await FileAsync(request, kind, cancel);
            if (string.IsNullOrEmpty(word) || !PageText.TryWord<ImportKind>(word, out var wanted)) return Results.BadRequest(new Problem(KindWords));
            if (string.IsNullOrWhiteSpace(csv)) return Results.BadRequest(new Problem("文件是空的：缺少表头"));
            if (csv.Length > MostCharacters) return Results.BadRequest(new Problem("文件超过 20 MB，请拆成几个文件"));
            var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));
            var answer = await Grain(grains, id).Open(new ImportWish(wanted!.Value, csv, encoding));
            return answer.Report is { } report ? Results.Ok(ImportView.Of(id, report)) : Results.BadRequest(new Problem(answer.Fault!));
        }
        catch (CampusImportException unusable)
        {
            return Results.BadRequest(new Problem(unusable.Message));
        }
        catch (JsonException)
        {
            return Results.BadRequest(new Problem("请求的内容不是 JSON，应为 {\"kind\":\"students\",\"csv\":\"…\"}"));
        }
    }

    public static async Task<IResult> OneAsync(string id, IGrainFactory grains) =>
        await Grain(grains, id).Get() is { } report ? Results.Ok(ImportView.Of(id, report)) : Missing();

    public static async Task<IResult> RowsAsync(string id, string? what, int? page, int? pageSize, IGrainFactory grains)
    {
        if (PageText.Fault(page, pageSize) is { } fault) return Results.BadRequest(new Problem(fault));
        if (!PageText.TryWord<ImportRowKind>(what, out var wanted)) return Results.BadRequest(new Problem($"what 必须是 {PageText.Words<ImportRowKind>()}"));
        if (await Grain(grains, id).Rows(wanted, page ?? 1, pageSize ?? PageText.UsualPerPage) is not { } rows) return Missing();
        return Results.Ok(new ImportRowsView(
            [.. rows.Items.Select(r => new ImportRowView(
                r.Line, r.Key, PageText.Word(r.What), [.. r.Changes.Select(c => new ImportFieldView(c.Field, c.Before, c.After))], r.Message))], rows.Total));
    }

    public static async Task<IResult> BadCsvAsync(string id, IGrainFactory grains) => await Grain(grains, id).BadCsv() is { } csv
        ? Results.File([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(csv)], "text/csv; charset=utf-8", "bad.csv")
        : Missing();

    public static async Task<IResult> ApplyAsync(string id, IGrainFactory grains, ClaimsPrincipal user) =>
        await Grain(grains, id).Apply(user.Identity?.Name ?? "?") is { } report ? Results.Ok(ImportView.Of(id, report)) : Missing();

    public static async Task<IResult> DiscardAsync(string id, IGrainFactory grains) => await Grain(grains, id).Discard() ? Results.NoContent() : Missing();

    private static async Task<(string? Kind, string? Csv, string Encoding)> JsonAsync(HttpRequest request, CancellationToken cancel)
    {
        var body = await JsonSerializer.DeserializeAsync(request.Body, ImportJson.Default.ImportRequest, cancel);
        return (body?.Kind, body?.Csv is { } csv ? CsvBytes.Checked(csv) : null, "utf-8");
    }

    private static async Task<(string? Kind, string? Csv, string Encoding)> FileAsync(HttpRequest request, string? kind, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes, cancel);
        var (text, encoding) = CsvBytes.Decode(bytes.ToArray());
        return (kind, text, encoding);
    }

    private static IResult Missing() => Results.NotFound(new Problem("导入不存在或已过期，请重新上传。如果导入时服务重启过，已写入的行会保留，重新导入只会补上其余的行"));

    private static IImportGrain Grain(IGrainFactory grains, string id) => grains.GetGrain<IImportGrain>(id);
}
