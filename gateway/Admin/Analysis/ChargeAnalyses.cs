using Sems.Gateway.Admin.Ledger;
using Sems.Grains.Analysis;
using Sems.Storage;
using Sems.Storage.Analysis;
using Sems.Storage.Ledger;

namespace Sems.Gateway.Admin.Analysis;

/// <summary>What the curve of a charge says: as it was kept, or made when asked while it is open or was not learnt yet.</summary>
public sealed class ChargeAnalyses(IDatabaseReader database, TimeProvider time)
{
    /// <summary>Reads or makes it.</summary>
    /// <param name="charge">Whether it may be seen was checked.</param>
    /// <param name="cancel">To give up.</param>
    public async Task<AnalysisView> OfAsync(ChargeRecord charge, CancellationToken cancel)
    {
        if (charge.Status == ChargeStatus.Ended && await database.Analysis.FindAsync(charge.ChargeId, cancel) is { } kept) return await KeptAsync(kept, cancel);
        var samples = await database.Curves.ReadAsync(charge.ChargeId, cancel);
        if (samples.Count == 0) return Nothing(time.GetUtcNow(), isFinal: false, null);
        var battery = await database.Analysis.FindBatteryAsync(charge.StudentNumber, cancel);
        var model = battery?.ModelKey is { } key ? await database.Analysis.FindModelAsync(key, cancel) : null;
        return View(time.GetUtcNow(), isFinal: false, CurveReports.Of(samples, BatteryUsual.Of(battery, model)), model);
    }

    private async Task<AnalysisView> KeptAsync(ChargeAnalysis kept, CancellationToken cancel)
    {
        if (kept.ReportJson is null) return Nothing(kept.AnalyzedAt, isFinal: true, kept.Fault);
        var model = kept.ModelKey is { } key ? await database.Analysis.FindModelAsync(key, cancel) : null;
        return View(kept.AnalyzedAt, isFinal: true, KeptReport.FromJson(kept.ReportJson), model);
    }

    private static AnalysisView Nothing(DateTimeOffset at, bool isFinal, string? fault) => new(at, isFinal, [], [], null, null, null, null, fault);

    private static AnalysisView View(DateTimeOffset at, bool isFinal, KeptReport report, BrandModelRecord? model) => new(
        at, isFinal, [.. report.Phases.Select(p => new PhaseView(PageText.Word(p.Phase), Time(p.FromMs), Time(p.ToMs), p.Confidence))],
        [.. report.Findings.Select(f => new FindingView(
            Sems.Analysis.Danger.FindingWords.Name(f.Kind), Sems.Analysis.Danger.FindingWords.Name(f.Severity), Time(f.AtMs), f.Confidence, f.Message, f.Advice))],
        report.Energy is { } energy
            ? new EnergyAnalysisView(
                energy.Wh / 1000, energy.LowWh / 1000, energy.HighWh / 1000, energy.Source, [.. energy.Faults.Select(f => new CounterFaultView(f.Kind, f.Count, Time(f.AtMs), f.Message))])
            : null,
        report.ChargeAh, FeaturesView.Of(report.Features), model is null ? null : new ModelNameView(model.Key, $"{model.Brand} {model.Model}"), null);

    private static DateTimeOffset Time(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms);
}
