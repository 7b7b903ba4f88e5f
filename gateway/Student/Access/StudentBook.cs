using System.Security.Claims;
using Sems.Gateway.Access;
using Sems.Grains.Cluster;
using Sems.Storage;
using Sems.Storage.Registry;

namespace Sems.Gateway.Student.Access;

/// <summary>Students as they were a moment ago, for every request asks for one.</summary>
public sealed class StudentBook(IDatabaseReader database, MachineClock clock) : ISignIns
{
    private const int LongestName = 64;
    private readonly FreshBook<StudentRecord> _book = new(database.Registry.FindStudentAsync, clock);

    /// <summary>The student, or null.</summary>
    /// <exception cref="StorageUnavailableException">Students cannot be read now.</exception>
    public ValueTask<StudentRecord?> FindAsync(string studentNumber, CancellationToken cancel) => _book.FindAsync(studentNumber, cancel);

    /// <summary>Who signs in by this name: the registered student of this number, or else of this user name; null for nobody.</summary>
    /// <exception cref="StorageUnavailableException">Students cannot be read now.</exception>
    public async ValueTask<StudentRecord?> FindByNameAsync(string numberOrName, CancellationToken cancel)
    {
        if (numberOrName.Length is 0 or > LongestName) return null;
        if (await FindAsync(numberOrName, cancel) is { PasswordHash: not null } student) return student;
        return await database.Registry.FindUserNameOwnerAsync(numberOrName, cancel) is { } owner ? await FindAsync(owner, cancel) : null;
    }

    /// <summary>The student was changed: read anew when next asked for.</summary>
    public void Forget(string studentNumber) => _book.Forget(studentNumber);

    /// <inheritdoc />
    public async ValueTask<bool> StandsAsync(ClaimsPrincipal user, CancellationToken cancel) => await FindAsync(user, cancel) is not null;

    /// <summary>Whose sign-in it is, if it still stands.</summary>
    internal async ValueTask<StudentRecord?> FindAsync(ClaimsPrincipal user, CancellationToken cancel) =>
        user.FindFirstValue(ClaimTypes.NameIdentifier) is { } number && await FindAsync(number, cancel) is { } student && StudentClaims.IsValid(student, user)
            ? student
            : null;
}
