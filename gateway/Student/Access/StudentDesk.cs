using Sems.Gateway.Access;
using Sems.GrainInterfaces;
using Sems.Grains.Cluster;
using Sems.Storage.Registry;

namespace Sems.Gateway.Student.Access;

/// <summary>
/// Looks at students' passwords. A campus may share one address: it may have more of them looked at than an operators' office, and has tries of
/// its own, so that students cannot keep operators out.
/// </summary>
public sealed class StudentDesk(
    StudentBook students, PasswordChecks passwords, StudentAttempts attempts, IGrainFactory grains, TimeProvider time, ILogger<StudentDesk> log)
    : PasswordDesk<StudentRecord>(passwords, attempts.Passwords, time, log)
{
    /// <inheritdoc />
    protected override ValueTask<StudentRecord?> FindAsync(string userName, CancellationToken cancel) => students.FindByNameAsync(userName, cancel);

    /// <inheritdoc />
    protected override string? HashOf(StudentRecord account) => account.PasswordHash;

    /// <inheritdoc />
    protected override DateTimeOffset? LockedUntil(StudentRecord account) => account.LockedUntil;

    /// <inheritdoc />
    protected override int FailuresOf(StudentRecord account) => account.Failures;

    /// <inheritdoc />
    protected override bool MayUse(StudentRecord account) => account is { UserName: not null, PasswordHash: not null };

    /// <inheritdoc />
    protected override async Task<DateTimeOffset?> FailedAsync(StudentRecord account, string address, CancellationToken cancel)
    {
        if (account.PasswordHash is null) return null; // there is nothing to guess
        var until = await Grain(account).SignInFailed(address);
        students.Forget(account.StudentNumber);
        return until;
    }

    /// <inheritdoc />
    protected override async Task<(bool LetIn, StudentRecord? Now)> SignedInAsync(
        StudentRecord account, string? betterHash, string address, bool session, CancellationToken cancel)
    {
        var refusal = await Grain(account).SignedIn(new SignIn(account.StudentNumber, account.PasswordHash!, betterHash, address, session));
        students.Forget(account.StudentNumber);
        return (refusal == AccountRefusal.None, await students.FindAsync(account.StudentNumber, cancel));
    }

    private IStudentGrain Grain(StudentRecord student) => grains.GetGrain<IStudentGrain>(student.StudentNumber);
}

/// <summary>How many passwords of students, and tries to register, one address may have looked at.</summary>
public sealed class StudentAttempts(MachineClock clock)
{
    private const double PerSecond = 2;
    private const int Burst = 240;

    /// <summary>Whoever's they are.</summary>
    public PasswordAttempts Passwords { get; } = new(clock, PerSecond, Burst);
}
