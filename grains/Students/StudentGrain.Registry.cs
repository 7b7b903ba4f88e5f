using System.Collections.Immutable;
using Sems.GrainInterfaces;
using Sems.Grains.Accounts;
using Sems.Grains.Registry;
using Sems.Storage.Audit;
using Sems.Storage.Registry;

namespace Sems.Grains.Students;

/// <summary>What administrators change of a student. Each change is made on what is stored, and told to whoever holds something of it in memory.</summary>
public sealed partial class StudentGrain
{
    private Readings _readings;

    /// <inheritdoc />
    public async Task<RegistryAnswer> Create(string? card, ImmutableArray<FieldEdit> fields, string by)
    {
        var student = fields.Over(new StudentRecord(this.GetPrimaryKeyString(), card, null, null, false, null, Vehicle.Unknown));
        return await ToldAsync(await database.Registry.CreateStudentAsync(student, Act(AuditWords.StudentCreated, by)));
    }

    /// <inheritdoc />
    public Task<RegistryAnswer> Edit(ImmutableArray<FieldEdit> fields, string by) => ChangeAsync(s => fields.Over(s), AuditWords.StudentChanged, by);

    /// <inheritdoc />
    public Task<RegistryAnswer> SetBlocked(bool blocked, string? reason, string by) => ChangeAsync(
        s => s with { Blocked = blocked, BlockedReason = blocked ? reason : null }, blocked ? AuditWords.StudentBlocked : AuditWords.StudentUnblocked, by);

    /// <inheritdoc />
    public async Task<RegistryAnswer> ChangeCard(string? card, bool takeOver, string by)
    {
        var answer = await ToldAsync(await ChangeAsync(s => s with { CardNumber = card }, Act(AuditWords.StudentCard, by), takeOver));
        if (answer.Refusal == RegistryRefusal.None && card is not null) await Card(card).Forget(); // also when it was so already: it may not have been told then
        return answer;
    }

    /// <inheritdoc />
    public async Task<RegistryAnswer> SetPassword(string passwordHash, string by)
    {
        var write = await ChangeAsync(s => s.UserName is null ? s : SignInLock.Succeeded(s) with { PasswordHash = passwordHash }, Act(AuditWords.StudentPassword, by));
        return write.Row is { UserName: null } ? new RegistryAnswer(RegistryRefusal.NotRegistered) : await ToldAsync(write);
    }

    /// <inheritdoc />
    public Task<RegistryAnswer> UnbindWechat(string by) => ChangeAsync(s => s with { WechatOpenid = null, WechatBoundAt = null }, AuditWords.StudentUnbound, by);

    /// <inheritdoc />
    public async Task Forget()
    {
        await ReadAsync(CancellationToken.None);
        if (stored.State.Sessions.Count == 0) DeactivateOnIdle(); // who was only told keeps no memory
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        var reading = _readings.Begin();
        var student = await database.Registry.FindStudentAsync(this.GetPrimaryKeyString(), cancel);
        if (_readings.Take(reading)) Became(student);
    }

    private async Task<RegistryAnswer> ChangeAsync(Func<StudentRecord, StudentRecord> change, string what, string by) =>
        await ToldAsync(await ChangeAsync(change, Act(what, by)));

    private async Task<RegistryWrite<StudentRecord>> ChangeAsync(Func<StudentRecord, StudentRecord> change, AuditAct? act, bool takeCard = false)
    {
        try
        {
            var write = await database.Registry.ChangeStudentAsync(this.GetPrimaryKeyString(), change, takeCard, act);
            await ReadAsync(CancellationToken.None);
            return write;
        }
        catch (Exception failure) when (Outage.Is(failure))
        {
            DeactivateOnIdle(); // the write may have been made all the same: the next activation reads anew
            throw;
        }
    }

    /// <summary>Tells cards that changed hands, and the student who lost one.</summary>
    private async Task<RegistryAnswer> ToldAsync(RegistryWrite<StudentRecord> write)
    {
        if (write.Outcome == RegistryOutcome.Changed)
        {
            if (write.Before is null) await ReadAsync(CancellationToken.None);
            foreach (var card in new[] { write.Before?.CardNumber, write.Row!.CardNumber }.OfType<string>().Distinct())
                if (write.Before?.CardNumber != write.Row.CardNumber) await Card(card).Forget();
            if (write.Holder is { } holder) await GrainFactory.GetGrain<IStudentGrain>(holder).Forget();
        }
        return write.Outcome switch
        {
            RegistryOutcome.Changed or RegistryOutcome.Unchanged => new RegistryAnswer(RegistryRefusal.None),
            RegistryOutcome.Exists => new RegistryAnswer(RegistryRefusal.StudentExists),
            RegistryOutcome.CardTaken => new RegistryAnswer(RegistryRefusal.CardTaken, write.Holder),
            RegistryOutcome.Unknown => Missing(),
            _ => throw new InvalidOperationException($"a student cannot be {write.Outcome}"),
        };
    }

    private RegistryAnswer Missing()
    {
        DeactivateOnIdle();
        return new RegistryAnswer(RegistryRefusal.StudentUnknown);
    }

    private ICardGrain Card(string card) => GrainFactory.GetGrain<ICardGrain>(card);

    private AuditAct Act(string what, string by) => new(by, what, time.GetUtcNow());
}
