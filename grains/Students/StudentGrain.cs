using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Sems.GrainInterfaces;
using Sems.Grains.Settings;
using Sems.Storage;
using Sems.Storage.Ledger;
using Sems.Storage.Registry;

namespace Sems.Grains.Students;

/// <summary>One student: who they are, whether they may charge, and the places their open sessions take.</summary>
public sealed partial class StudentGrain(
    [PersistentState("student")] IPersistentState<StudentState> stored, IDatabase database, ICampusSettings settings,
    TimeProvider time, ILogger<StudentGrain> log) : Grain, IStudentGrain
{
    private StudentRecord? _student;
    private StudentCheck _check = null!;

    /// <inheritdoc />
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        if (_student is null or { PasswordHash: null, UserName: null }) await ForgetPersonalAsync(); // an erasure that got no further
    }

    /// <inheritdoc />
    public Task<StudentCheck> Check()
    {
        if (_student is null) DeactivateOnIdle();
        return Task.FromResult(stored.State.Usual is { } usual ? _check with { Usual = usual } : _check);
    }

    /// <inheritdoc />
    public Task Usual(UsualCharge? usual)
    {
        if (_student is null) DeactivateOnIdle();
        return _student is null || usual == stored.State.Usual ? Task.CompletedTask : CommitAsync(stored.State with { Usual = usual });
    }

    /// <inheritdoc />
    public async Task<Refusal> SessionOpened(long chargeId, AmmeterKey ammeter)
    {
        var sessions = stored.State.Sessions;
        if (sessions.Any(s => s.ChargeId == chargeId)) return Refusal.None;
        await foreach (var obstacle in ObstaclesAsync()) return obstacle;
        await CommitAsync(stored.State with { Sessions = [.. sessions, new StudentSession(chargeId, ammeter)] });
        return Refusal.None;
    }

    /// <inheritdoc />
    public async Task<StudentStanding> Standing()
    {
        var obstacles = ImmutableArray.CreateBuilder<Refusal>();
        await foreach (var obstacle in ObstaclesAsync()) obstacles.Add(obstacle);
        return new StudentStanding(obstacles.ToImmutable(), settings.Campus.ArrearsLimitFen, settings.Campus.SessionsPerStudent);
    }

    /// <inheritdoc />
    public async Task SessionClosed(long chargeId)
    {
        var sessions = stored.State.Sessions;
        if (sessions.All(s => s.ChargeId != chargeId)) return;
        await CommitAsync(stored.State with { Sessions = [.. sessions.Where(s => s.ChargeId != chargeId)] });
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
        _check = new StudentCheck(OfRegistry().FirstOrDefault(), student?.StudentNumber ?? this.GetPrimaryKeyString(), student?.UserName);
    }

    /// <summary>Everything that keeps the student from starting a charge now, in the order in which a start is refused for it.</summary>
    private async IAsyncEnumerable<Refusal> ObstaclesAsync()
    {
        foreach (var refusal in OfRegistry()) yield return refusal;
        if (stored.State.Sessions.Count >= settings.Campus.SessionsPerStudent) yield return Refusal.AlreadyCharging;
        if (settings.Campus.ArrearsLimitFen is { } limit && await database.Ledger.UnpaidFenAsync(this.GetPrimaryKeyString()) > limit) yield return Refusal.Arrears;
    }

    private IEnumerable<Refusal> OfRegistry()
    {
        if (_student is null or { UserName: null }) yield return Refusal.NotRegistered;
        if (_student is { Blocked: true }) yield return Refusal.Blocked;
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
