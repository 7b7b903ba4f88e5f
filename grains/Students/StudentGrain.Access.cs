using Microsoft.Extensions.Logging;
using Sems.GrainInterfaces;
using Sems.Grains.Accounts;
using Sems.Storage.Registry;

namespace Sems.Grains.Students;

/// <summary>A student's own sign-in.</summary>
public sealed partial class StudentGrain
{
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "A wrong password for student {Student} from {Address}; locked until {Until}")]
    private partial void LogFailed(string student, string address, DateTimeOffset? until);
}
