using System.Text.Json;
using Sems.Analysis.Phases;
using Sems.Grains.Ammeters;
using Sems.Storage;
using Sems.Storage.Audit;

namespace Sems.Gateway.Admin.Ledger;

/// <summary>What is known of a charge beside its curve.</summary>
internal static class ChargeDetails
{
    private const string Commands = "ammeter.";
    private const int MostControls = 500;

    public static async Task<IResult> Phases(long id, IDatabaseReader database, CancellationToken cancel)
    {
        if (await database.Ledger.FindChargeAsync(id, cancel) is null) return Missing();
        return Results.Ok(await PhasesAsync(id, database, cancel));
    }

    /// <summary>The phases of a charge; whether it may be seen was checked.</summary>
    public static async Task<PhasesView> PhasesAsync(long id, IDatabaseReader database, CancellationToken cancel)
    {
        var samples = await database.Curves.ReadAsync(id, cancel);
        var phases = PhaseFinder.Find(samples.Points());
        return new PhasesView([.. phases.Select(p => new PhaseView(
            PageText.Word(p.Phase), DateTimeOffset.FromUnixTimeMilliseconds(p.FromMs), DateTimeOffset.FromUnixTimeMilliseconds(p.ToMs), p.Confidence))]);
    }

    public static async Task<IResult> Controls(long id, IDatabaseReader database, CancellationToken cancel)
    {
        if (await database.Ledger.FindChargeAsync(id, cancel) is not { } charge) return Missing();
        var filter = new AuditFilter(Subject: AuditWords.Ammeter(charge.Group, charge.Ammeter), From: charge.StartedAt, To: charge.EndedAt?.AddMilliseconds(1));
        var rows = await database.Audit.ReadPageAsync(filter, 1, MostControls, cancel);
        return Results.Ok(new ControlsView([.. rows.Items.Where(r => r.What.StartsWith(Commands, StringComparison.Ordinal)).Reverse()
            .Select(r => new ControlView(r.At, r.Who, r.What[Commands.Length..], Level(r.AfterJson)))]));
    }

    private static string? Level(string? json)
    {
        if (json is null) return null;
        using var after = JsonDocument.Parse(json);
        return after.RootElement.ValueKind == JsonValueKind.Object && after.RootElement.TryGetProperty("control", out var control) ? control.GetString() : null;
    }

    private static IResult Missing() => Results.NotFound(new Problem("充电记录不存在"));
}
