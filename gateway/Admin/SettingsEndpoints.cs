using System.Security.Claims;
using System.Text.Json;
using Sems.Gateway.Service;
using Sems.GrainInterfaces;

namespace Sems.Gateway.Admin;

/// <summary>Settings: read and changed through their grain.</summary>
internal static class SettingsEndpoints
{
    private const int Longest = 64 * 1024;

    public static async Task<IResult> Campus(IGrainFactory grains) => Told(await Grain(grains).Get(null));

    public static Task<IResult> ReplaceCampus(SettingsRequest request, IGrainFactory grains, ClaimsPrincipal user) =>
        ChangeAsync(null, request, replace: true, grains, user);

    public static Task<IResult> ChangeCampus(SettingsRequest request, IGrainFactory grains, ClaimsPrincipal user) =>
        ChangeAsync(null, request, replace: false, grains, user);

    public static async Task<IResult> Station(string group, IGrainFactory grains) => Told(await Grain(grains).Get(RouteText.Of(group)));

    public static Task<IResult> ReplaceStation(string group, SettingsRequest request, IGrainFactory grains, ClaimsPrincipal user) =>
        ChangeAsync(RouteText.Of(group), request, replace: true, grains, user);

    public static Task<IResult> ChangeStation(string group, SettingsRequest request, IGrainFactory grains, ClaimsPrincipal user) =>
        ChangeAsync(RouteText.Of(group), request, replace: false, grains, user);

    public static async Task<IResult> ClearStation(string group, long? version, IGrainFactory grains, ClaimsPrincipal user) => version is { } known
        ? Told(await Grain(grains).Change(new SettingsWish(RouteText.Of(group), "{}", Replace: true, known, Name(user))))
        : VersionMissing();

    public static async Task<IResult> PriceExample(PriceExampleRequest request, IGrainFactory grains)
    {
        if (!TimeText.TryRead(request.From, out var from) || from is null) return Results.BadRequest(new Problem(TimeText.Words("from")));
        if (!TimeText.TryRead(request.To, out var to) || to is null) return Results.BadRequest(new Problem(TimeText.Words("to")));
        var json = request.Tariff.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? "{}" : $$"""{"tariff":{{request.Tariff.GetRawText()}}}""";
        if (json.Length > Longest) return Results.BadRequest(new Problem("tariff 太长"));
        var group = string.IsNullOrEmpty(request.Group) ? null : request.Group;
        var answer = await Grain(grains).PriceExample(new PriceExample(group, json, from.Value, to.Value, request.Kwh ?? 0));
        return answer.Refusal == SettingsRefusal.None
            ? Results.Ok(new PriceExampleView(
                answer.Total.Value, answer.Capped, [.. answer.Parts.Select(p => new PricePartView(p.Band, p.ChargedSeconds, p.TimeFen, p.Kwh, p.EnergyFen))]))
            : Refused(answer.Refusal, answer.Faults);
    }

    private static async Task<IResult> ChangeAsync(string? group, SettingsRequest request, bool replace, IGrainFactory grains, ClaimsPrincipal user)
    {
        if (request.Version is not { } version) return VersionMissing();
        if (request.Settings.ValueKind != JsonValueKind.Object) return Results.BadRequest(new Problem("settings 必须是对象，如 {\"tariff\":{\"fen_per_hour\":60}}"));
        var json = request.Settings.GetRawText();
        if (json.Length > Longest) return Results.BadRequest(new Problem("settings 太长"));
        return Told(await Grain(grains).Change(new SettingsWish(group, json, replace, version, Name(user))));
    }

    private static IResult Told(SettingsAnswer answer) =>
        answer.Report is { } report ? Results.Ok(View(report)) : Refused(answer.Refusal, answer.Faults);

    private static SettingsView View(SettingsReport report) => new(
        report.Group, report.Version, report.ChangedAt, report.ChangedBy, JsonElement.Parse(report.SetJson), JsonElement.Parse(report.EffectiveJson),
        JsonElement.Parse(report.DefaultsJson),
        [.. report.Stations.Select(s => new StationSettingsView(s.Group, s.Version, s.ChangedAt, s.ChangedBy, JsonElement.Parse(s.SetJson)))]);

    private static IResult Refused(SettingsRefusal refusal, IReadOnlyList<SettingsFault> faults) => refusal switch
    {
        SettingsRefusal.GroupUnknown => Results.NotFound(new Problem(ServiceReplies.Words(Refusal.GroupUnknown))),
        SettingsRefusal.OldVersion => Results.Conflict(new Problem("设置已被他人修改，请重新读取后再改")),
        SettingsRefusal.Invalid => Results.BadRequest(SettingsFaultText.Problem(faults)),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "It has no words"),
    };

    private static IResult VersionMissing() => Results.BadRequest(new Problem("version 必须是读取设置时得到的版本号"));

    private static string Name(ClaimsPrincipal user) => user.Identity?.Name ?? "?";

    private static ISettingsGrain Grain(IGrainFactory grains) => grains.GetGrain<ISettingsGrain>(ISettingsGrain.Key);
}
