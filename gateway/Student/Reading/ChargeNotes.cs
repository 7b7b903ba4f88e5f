using Sems.Storage.Ledger.Student;

namespace Sems.Gateway.Student.Reading;

/// <summary>Decisions of rules in the words a student is told; those that are no concern of a student's are left out.</summary>
internal static class ChargeNotes
{
    /// <summary>The notes of a charge, each once, in order.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<ChargeNote> notes) => [.. notes.DistinctBy(n => (n.Rule, n.Action)).Select(Words).OfType<string>()];

    private static string? Words(ChargeNote note) => (note.Rule, note.Action) switch
    {
        ("silence" or "full", _) or (_, "notice" or "clear" or "low") => null, // of the station, of the meter's counter, over, or told anyhow
        ("overtime", _) => $"{Plain(note)}，请充满后及时取车。",
        ("longest_charge", _) => $"为了安全，{Plain(note)}。",
        (_, "lock") => $"检测到异常，为了安全已断电并锁定插座。原因：{Plain(note)}。",
        (_, "pause") => $"检测到异常，为了安全已断电。原因：{Plain(note)}。",
        _ => $"检测到异常，已通知管理员。原因：{Plain(note)}。",
    };

    private static string Plain(ChargeNote note) => note.Message.Trim().TrimEnd('。');
}
