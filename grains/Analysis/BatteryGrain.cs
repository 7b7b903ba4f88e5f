using Microsoft.Extensions.Logging;
using Sems.GrainInterfaces;
using Sems.Grains.Rules;
using Sems.Storage;
using Sems.Storage.Analysis;
using Sems.Storage.Curves;
using Sems.Storage.Ledger;

namespace Sems.Grains.Analysis;

/// <summary>
/// Learns a student's charges. It holds nothing: what was learnt is read for each charge, so that nobody need tell it of an erasure or a change. What
/// the curve says and what the battery learnt of it are one transaction, what the model learns is the next; each has its effect once, so a kill
/// between any two steps loses and repeats nothing.
/// </summary>
public sealed partial class BatteryGrain(IDatabase database, AnalysisTurn turn, TimeProvider time, ILogger<BatteryGrain> log) : Grain, IBatteryGrain
{
    /// <inheritdoc />
    public async Task<bool> Learn(long chargeId)
    {
        DeactivateOnIdle();
        var known = await database.Analysis.FindAsync(chargeId);
        var isNew = known is null || known.Version < AnalysisVersion.Current;
        if (isNew)
        {
            if (await turn.TakeAsync(() => LearnAsync(chargeId, known?.Vehicle)) is not { } learnt) return false;
            known = learnt;
        }
        if (isNew || known is { ModelDue: true }) await TellAsync(known!);
        return known is not { ModelDue: true, ModelKey: { } key } || await GrainFactory.GetGrain<IBrandModelGrain>(key).Learn(chargeId);
    }

    /// <inheritdoc />
    public async Task GiveUp(long chargeId)
    {
        if (await database.Analysis.FindAsync(chargeId) is { Version: AnalysisVersion.Current }) await database.Analysis.LearnAsync(chargeId, null);
        else await KeepAsync(Faulty(chargeId, "多次分析失败，已停止尝试"), null);
    }

    /// <summary>Tells the student what is usual of the battery in use: the next charge is watched by it.</summary>
    private async Task TellAsync(ChargeAnalysis learnt)
    {
        if (learnt is not { StudentNumber: { } student, Vehicle: { } number }) return;
        if (await database.Analysis.FindBatteryAsync(student) is not { } battery || battery.Number != number) return;
        var model = battery.ModelKey is { } key ? await database.Analysis.FindModelAsync(key) : null;
        await GrainFactory.GetGrain<IStudentGrain>(student).Usual(UsualCharges.Of(BatteryUsual.Of(battery, model)));
    }

    /// <summary>Null: something changed meanwhile.</summary>
    private async Task<ChargeAnalysis?> LearnAsync(long chargeId, int? vehicle)
    {
        var student = this.GetPrimaryKeyString();
        if (await database.Ledger.FindChargeAsync(chargeId) is not { Status: ChargeStatus.Ended } charge || charge.StudentNumber != student) return null;
        if (await ReadAsync(chargeId) is not { } samples) return await KeepAsync(Faulty(chargeId, "曲线已损坏，无法读取"), null);
        if (samples.Count == 0) return await KeepAsync(Faulty(chargeId, "没有读数，无法分析"), null);
        var battery = await TargetAsync(student, vehicle);
        var (analysis, after) = await AnalyseAsync(charge, samples, battery);
        return await KeepAsync(analysis, after);
    }

    /// <summary>The curve; null when it is damaged.</summary>
    private async Task<IReadOnlyList<Sample>?> ReadAsync(long chargeId)
    {
        try
        {
            return await database.Curves.ReadAsync(chargeId);
        }
        catch (InvalidDataException fault)
        {
            LogDamaged(chargeId, fault.Message);
            return null;
        }
    }

    /// <summary>The battery that was charged; null for a student who is not registered any more.</summary>
    private async Task<BatteryRecord?> TargetAsync(string student, int? vehicle)
    {
        if (await database.Registry.FindStudentAsync(student) is not { UserName: not null } registered) return null;
        var before = vehicle is { } number ? await database.Analysis.FindBatteryAsync(student, number) : await database.Analysis.FindBatteryAsync(student);
        return BatteryLearning.Target(before, student, registered.Vehicle);
    }

    private async Task<(ChargeAnalysis Analysis, BatteryRecord? Battery)> AnalyseAsync(ChargeRecord charge, IReadOnlyList<Sample> samples, BatteryRecord? battery)
    {
        var model = battery?.ModelKey is { } key ? await database.Analysis.FindModelAsync(key) : null;
        var left = await database.Analysis.FindLeftAsync(charge.ChargeId);
        try
        {
            var report = CurveReports.Of(samples, BatteryUsual.Of(battery, model));
            var after = battery is null ? null : BatteryLearning.Take(battery, charge.ChargeId, charge.EndedAt ?? charge.StartedAt, report, left, BrandModelLearning.Normal(model));
            return (new ChargeAnalysis(
                charge.ChargeId, AnalysisVersion.Current, time.GetUtcNow(), after?.StudentNumber, after?.Number, after?.ModelKey, after?.ModelKey is not null,
                report.Findings.Count, report.Findings.Count == 0 ? null : (int)report.Findings.Max(f => f.Severity), report.ToJson(), null), after);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            LogFailed(charge.ChargeId, fault); // a curve nobody foresaw must not stand in the way of the others
            return (Faulty(charge.ChargeId, "分析出错"), null);
        }
    }

    /// <summary>Null: something changed meanwhile.</summary>
    private async Task<ChargeAnalysis?> KeepAsync(ChargeAnalysis analysis, BatteryRecord? battery) =>
        await database.Analysis.LearnAsync(analysis, this.GetPrimaryKeyString(), battery) switch
        {
            LearnOutcome.Learnt => analysis,
            LearnOutcome.Known => await database.Analysis.FindAsync(analysis.ChargeId),
            _ => null,
        };

    private ChargeAnalysis Faulty(long chargeId, string fault) =>
        new(chargeId, AnalysisVersion.Current, time.GetUtcNow(), null, null, null, false, 0, null, null, fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The curve of charge {Charge} is damaged and is not analysed: {Reason}")]
    private partial void LogDamaged(long charge, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The curve of charge {Charge} could not be analysed")]
    private partial void LogFailed(long charge, Exception fault);
}
