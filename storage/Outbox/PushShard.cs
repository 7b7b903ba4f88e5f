namespace Sems.Storage.Outbox;

/// <summary>
/// How the outbox is shared out: by student, so that what concerns one student is sent by one, in order. A push keeps the shard it was entered with.
/// </summary>
public static class PushShard
{
    /// <summary>How many there are.</summary>
    public const int Count = 4;

    /// <summary>A student's shard, 0 to <see cref="Count"/> - 1, told by the last two characters of the number. The schemas say the same of pushes that were there before.</summary>
    public static int Of(string studentNumber)
    {
        var (last, before) = (0, 0);
        foreach (var rune in studentNumber.EnumerateRunes()) (last, before) = (rune.Value, last);
        return (last + (3 * (before / 2))) % Count;
    }
}
