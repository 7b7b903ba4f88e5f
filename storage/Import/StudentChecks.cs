using Sems.Storage.Registry;

namespace Sems.Storage.Import;

/// <summary>
/// Checks rows of students against the roster and against the rows before them, as if each were stored before the next
/// is looked at: a card or user name given up by an earlier row is free.
/// </summary>
internal sealed class StudentChecks(IRegistry registry)
{
    private readonly Dictionary<string, string?> _cards = [];
    private readonly Dictionary<string, string?> _names = [];

    /// <summary>Why the row cannot be stored, or null.</summary>
    public async Task<string?> CheckAsync(StudentChange change, StudentRecord? stored, CancellationToken cancel)
    {
        var student = change.StudentNumber;
        if (change.CardNumber is { } card && await OwnerAsync(_cards, card, registry.FindCardOwnerAsync, cancel) is { } holder && holder != student)
            return $"卡号 {card} 已属于学号 {holder}";
        if (change.UserName is { } name && await OwnerAsync(_names, name, registry.FindUserNameOwnerAsync, cancel) is { } owner && owner != student)
            return $"用户名 {name} 已被学号 {owner} 使用";
        Take(_cards, change.CardNumber, stored?.CardNumber, student);
        Take(_names, change.UserName, stored?.UserName, student);
        return null;
    }

    private static void Take(Dictionary<string, string?> owners, string? now, string? before, string student)
    {
        if (now is null) return;
        if (before is not null) owners[before] = null;
        owners[now] = student;
    }

    private static async ValueTask<string?> OwnerAsync(
        Dictionary<string, string?> known, string key, Func<string, CancellationToken, Task<string?>> find, CancellationToken cancel) =>
        known.TryGetValue(key, out var owner) ? owner : await find(key, cancel).ConfigureAwait(false);
}
