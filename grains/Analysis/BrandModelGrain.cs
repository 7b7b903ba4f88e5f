using Sems.GrainInterfaces;
using Sems.Storage;
using Sems.Storage.Analysis;

namespace Sems.Grains.Analysis;

/// <summary>Learns the charges of a brand's model. It holds nothing, as <see cref="BatteryGrain"/>.</summary>
public sealed class BrandModelGrain(IDatabase database, AnalysisTurn turn) : Grain, IBrandModelGrain
{
    /// <inheritdoc />
    public Task<bool> Learn(long chargeId) => turn.TakeAsync(() => LearnAsync(chargeId));

    private async Task<bool> LearnAsync(long chargeId)
    {
        var key = this.GetPrimaryKeyString();
        if (await database.Analysis.FindAsync(chargeId) is not { ModelDue: true, ReportJson: { } json } analysis || analysis.ModelKey != key) return true;
        var battery = analysis is { StudentNumber: { } student, Vehicle: { } number } ? await database.Analysis.FindBatteryAsync(student, number) : null;
        // A student who was erased meanwhile took the label along: this charge is not learnt from.
        var after = battery is null
            ? null
            : BrandModelLearning.Take(await database.Analysis.FindModelAsync(key), key, battery.Label, KeptReport.FromJson(json));
        return await database.Analysis.LearnAsync(chargeId, after) != LearnOutcome.Stale;
    }
}
