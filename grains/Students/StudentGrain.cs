using Sems.GrainInterfaces;
using Sems.Grains.Settings;
using Sems.Storage;
using Sems.Storage.Ledger;
using Sems.Storage.Registry;

namespace Sems.Grains.Students;

/// <summary>One student: who they are, whether they may charge, and the places their open sessions take.</summary>
public sealed partial class StudentGrain(
    [PersistentState("student")] IPersistentState<StudentState> stored, IDatabase database, ICampusSettings settings,
    TimeProvider time) : Grain, IStudentGrain
{
    private StudentRecord? _student;
    private StudentCheck _check = null!;

    /// <inheritdoc />
    public override Task OnActivateAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    /// <inheritdoc />
    public Task<StudentCheck> Check()
    {
        if (_student is null) DeactivateOnIdle();
        return Task.FromResult(_check);
    }

    /// <inheritdoc />
    public async Task<Refusal> SessionOpened(long chargeId, AmmeterKey ammeter)
    {
        var sessions = stored.State.Sessions;
        if (sessions.Any(s => s.ChargeId == chargeId)) return Refusal.None;
        if (_check.Refusal != Refusal.None) return _check.Refusal;
        if (sessions.Count >= settings.Campus.SessionsPerStudent) return Refusal.AlreadyCharging;
        if (settings.Campus.ArrearsLimitFen is { } limit && await database.Ledger.UnpaidFenAsync(_check.StudentNumber) > limit) return Refusal.Arrears;
        await CommitAsync(new StudentState { Sessions = [.. sessions, new StudentSession(chargeId, ammeter)] });
        return Refusal.None;
    }

    /// <inheritdoc />
    public async Task SessionClosed(long chargeId)
    {
        var sessions = stored.State.Sessions;
        if (sessions.All(s => s.ChargeId != chargeId)) return;
        await CommitAsync(new StudentState { Sessions = [.. sessions.Where(s => s.ChargeId != chargeId)] });
    }

    /// <inheritdoc />
    public async Task<Refusal> Register(string userName, string passwordHash)
    {
        try
        {
            var write = await ChangeAsync(s => s with { UserName = userName, PasswordHash = passwordHash }, act: null);
            return write.Outcome == RegistryOutcome.Unknown ? Unknown() : Refusal.None;
        }
        catch (UserNameTakenException)
        {
            return Refusal.UserNameTaken;
        }
    }

    /// <inheritdoc />
    public async Task<Refusal> Block(bool blocked)
    {
        var write = await ChangeAsync(s => s with { Blocked = blocked, BlockedReason = null }, act: null);
        return write.Outcome == RegistryOutcome.Unknown ? Unknown() : Refusal.None;
    }

    /// <inheritdoc />
    public async Task<BillRefusal> SettleBill(long chargeId, BillStep step, string by, string? reason)
    {
        var why = BillReason.Tidy(reason);
        if (BillReason.Check(step, why) is var refusal && refusal != BillRefusal.None) return refusal;
        var wanted = new BillSettlement(chargeId, this.GetPrimaryKeyString(), BillMapping.Status(step), by, time.GetUtcNow(), why);
        return BillMapping.Refusal(await database.Ledger.SettleBillAsync(wanted));
    }

    private Refusal Unknown()
    {
        DeactivateOnIdle();
        return Refusal.StudentUnknown;
    }

    private void Became(StudentRecord? student)
    {
        _student = student;
        var refusal = student switch
        {
            null or { UserName: null } => Refusal.NotRegistered,
            { Blocked: true } => Refusal.Blocked,
            _ => Refusal.None,
        };
        _check = new StudentCheck(refusal, student?.StudentNumber ?? this.GetPrimaryKeyString(), student?.UserName);
    }

    private async Task CommitAsync(StudentState next)
    {
        var before = stored.State;
        stored.State = next;
        try
        {
            await stored.WriteStateAsync();
        }
        catch
        {
            stored.State = before;
            DeactivateOnIdle(); // the write may have been made all the same: the next activation reads anew
            throw;
        }
    }
}
