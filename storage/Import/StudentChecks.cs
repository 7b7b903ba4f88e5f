using Sems.Storage.Registry;

namespace Sems.Storage.Import;

/// <summary>
/// Checks rows of students against the roster and against the rows before them, as if each were stored before the next
/// is looked at: a card or user name given up by an earlier row is free.
/// </summary>
/// <param name="cards">Whose the cards of the file are.</param>
/// <param name="names">Whose the user names of the file are.</param>
internal sealed class StudentChecks(IReadOnlyDictionary<string, string> cards, IReadOnlyDictionary<string, string> names)
{
    private readonly Dictionary<string, string?> _cards = cards.ToDictionary(c => c.Key, c => (string?)c.Value);
    private readonly Dictionary<string, string?> _names = names.ToDictionary(n => n.Key, n => (string?)n.Value);

    /// <summary>Why the row cannot be stored, or null.</summary>
    public string? Check(StudentChange change, StudentRecord? stored)
    {
        var student = change.StudentNumber;
        if (change.CardNumber is { } card && _cards.GetValueOrDefault(card) is { } holder && holder != student) return $"卡号 {card} 已属于学号 {holder}";
        if (change.UserName is { } name && _names.GetValueOrDefault(name) is { } owner && owner != student) return $"用户名 {name} 已被学号 {owner} 使用";
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
}
