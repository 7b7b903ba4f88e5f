using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Sems.GrainInterfaces;
using Sems.Grains.Accounts;
using Sems.Grains.Registry;
using Sems.Storage.Registry;

namespace Sems.Grains.Students;

/// <summary>A student's own sign-in.</summary>
public sealed partial class StudentGrain
{
    private SignInTries _mismatches;

    /// <inheritdoc />
    public async Task<AccountRefusal> SignedIn(SignIn signIn)
    {
        var now = time.GetUtcNow();
        var refusal = AccountRefusal.None;
        var write = await ChangeAsync(
            student =>
            {
                refusal = SignInLock.IsLocked(student, now) ? AccountRefusal.Locked
                    : student.UserName is null || student.PasswordHash != signIn.PasswordHash ? AccountRefusal.Stale
                    : AccountRefusal.None;
                return refusal != AccountRefusal.None ? student : SignInLock.Succeeded(student) with { PasswordHash = signIn.BetterHash ?? student.PasswordHash };
            },
            act: null);
        return write.Outcome == RegistryOutcome.Unknown ? AccountRefusal.Unknown : refusal;
    }

    /// <inheritdoc />
    public async Task<DateTimeOffset?> SignInFailed(string address)
    {
        var now = time.GetUtcNow();
        var write = await ChangeAsync(student => SignInLock.Failed(student, now), act: null);
        var until = write.Row?.LockedUntil;
        LogFailed(this.GetPrimaryKeyString(), address, until);
        return until > now ? until : null;
    }

    /// <inheritdoc />
    public async Task<EnrolAnswer> Enrol(string cardNumber, string userName, string passwordHash)
    {
        var now = time.GetUtcNow();
        if (_mismatches.LockedUntil > now) return new EnrolAnswer(EnrolRefusal.Locked, _mismatches.LockedUntil);
        await ReadAsync(CancellationToken.None);
        var refusal = MayEnrol(_student, cardNumber);
        if (refusal == EnrolRefusal.Mismatch) return Mismatched(now);
        if (refusal == EnrolRefusal.None) refusal = await EnrolAsync(cardNumber, userName, passwordHash);
        _mismatches = default;
        return new EnrolAnswer(refusal);
    }

    /// <inheritdoc />
    public async Task<AccountRefusal> ChangePassword(string passwordHash, string formerHash)
    {
        var refusal = AccountRefusal.None;
        var write = await ChangeAsync(
            student =>
            {
                refusal = student.UserName is null || student.PasswordHash != formerHash ? AccountRefusal.Stale : AccountRefusal.None;
                return refusal != AccountRefusal.None ? student : SignInLock.Succeeded(student) with { PasswordHash = passwordHash };
            },
            act: null);
        return write.Outcome == RegistryOutcome.Unknown ? AccountRefusal.Unknown : refusal;
    }

    /// <inheritdoc />
    public async Task<RegistryAnswer> EditOwn(ImmutableArray<FieldEdit> fields) => await ToldAsync(await ChangeAsync(s => fields.Over(s), act: null));

    /// <inheritdoc />
    public async Task<RegistryAnswer> BindWechat(string? openid)
    {
        try
        {
            var now = time.GetUtcNow();
            var write = await ChangeAsync(s => s.UserName is null || s.WechatOpenid == openid ? s : Bound(s, openid, now), act: null);
            if (write is { Outcome: RegistryOutcome.Changed } && stored.State.Follows is not null) await CommitAsync(stored.State with { Follows = null }); // that was somebody else
            return write.Row is { UserName: null } ? new RegistryAnswer(RegistryRefusal.NotRegistered) : await ToldAsync(write);
        }
        catch (WechatTakenException)
        {
            return new RegistryAnswer(RegistryRefusal.WechatTaken);
        }
    }

    private static EnrolRefusal MayEnrol(StudentRecord? student, string cardNumber) =>
        student is null || student.CardNumber != cardNumber ? EnrolRefusal.Mismatch
        : student is { UserName: not null, PasswordHash: not null } ? EnrolRefusal.AlreadyRegistered
        : EnrolRefusal.None;

    private async Task<EnrolRefusal> EnrolAsync(string cardNumber, string userName, string passwordHash)
    {
        // Who signs in by a number is the student of it: nobody else may be called so.
        if (userName != this.GetPrimaryKeyString() && await database.Registry.FindStudentAsync(userName) is not null) return EnrolRefusal.UserNameTaken;
        var refusal = EnrolRefusal.None;
        try
        {
            await ChangeAsync(
                student =>
                {
                    refusal = MayEnrol(student, cardNumber);
                    return refusal != EnrolRefusal.None ? student : SignInLock.Succeeded(student) with { UserName = userName, PasswordHash = passwordHash };
                },
                act: null);
            return refusal;
        }
        catch (UserNameTakenException)
        {
            return EnrolRefusal.UserNameTaken;
        }
    }

    /// <summary>Counted in memory, also for numbers that are nobody's: whoever guesses cannot tell them apart.</summary>
    private EnrolAnswer Mismatched(DateTimeOffset now)
    {
        _mismatches = _mismatches.Failed(now);
        LogMismatch(this.GetPrimaryKeyString(), _mismatches.LockedUntil);
        return _mismatches.LockedUntil > now ? new EnrolAnswer(EnrolRefusal.Locked, _mismatches.LockedUntil) : new EnrolAnswer(EnrolRefusal.Mismatch);
    }

    private static StudentRecord Bound(StudentRecord student, string? openid, DateTimeOffset now) =>
        student with { WechatOpenid = openid, WechatBoundAt = openid is null ? null : now };

    [LoggerMessage(Level = LogLevel.Warning, Message = "A wrong password for student {Student} from {Address}; locked until {Until}")]
    private partial void LogFailed(string student, string address, DateTimeOffset? until);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Somebody tried to register as student {Student} with another card; locked until {Until}")]
    private partial void LogMismatch(string student, DateTimeOffset? until);
}
