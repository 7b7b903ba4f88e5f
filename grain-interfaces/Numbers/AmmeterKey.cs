namespace Sems.GrainInterfaces;

/// <summary>
/// A meter's full name: its station's number and its own. The grain key is "group/ammeter"; a slash or per cent sign
/// inside a number is escaped, so that no two meters share a key.
/// </summary>
/// <param name="Group">充电站 number.</param>
/// <param name="Ammeter">电表 number within the station.</param>
[GenerateSerializer, Immutable, Alias("sems.AmmeterKey")]
public readonly record struct AmmeterKey([property: Id(0)] string Group, [property: Id(1)] string Ammeter)
{
    /// <summary>The grain key.</summary>
    public override string ToString() => string.Concat(Escape(Group), "/", Escape(Ammeter));

    /// <summary>Reads a grain key back.</summary>
    /// <exception cref="FormatException">It is not of the form "group/ammeter".</exception>
    public static AmmeterKey Parse(string key)
    {
        var slash = key.IndexOf('/');
        if (slash < 0 || key.IndexOf('/', slash + 1) >= 0) throw new FormatException($"'{key}' is not a meter's key (group/ammeter)");
        return new AmmeterKey(Unescape(key[..slash]), Unescape(key[(slash + 1)..]));
    }

    private static string Escape(string number) =>
        number.AsSpan().IndexOfAny('/', '%') < 0 ? number : number.Replace("%", "%25").Replace("/", "%2F");

    private static string Unescape(string number) =>
        number.Contains('%') ? number.Replace("%2F", "/").Replace("%25", "%") : number;
}
