namespace Sems.Simulator.WeChat.Api;

/// <summary>
/// What a field of a template message may hold, by its name: the templates that WeChat gives out today have fields such as
/// <c>thing1</c> and <c>amount3</c>, each of a kind with a longest length.
/// </summary>
public static class FieldRule
{
    private static readonly (string Kind, int Longest)[] Kinds =
    [
        ("thing", 20), ("character_string", 32), ("phrase", 5), ("const", 20), ("name", 10), ("amount", 12), ("number", 32), ("letter", 32), ("phone_number", 17), ("car_number", 8),
        ("time", 32), ("date", 32), ("symbol", 5),
    ];

    /// <summary>Whether WeChat refuses a value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    public static bool Refuses(string field, string value)
    {
        var kind = field.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        if (kind.Length == field.Length) return false;
        foreach (var (name, longest) in Kinds)
            if (name == kind)
                return value.Length == 0 || value.Length > longest;
        return false;
    }
}
