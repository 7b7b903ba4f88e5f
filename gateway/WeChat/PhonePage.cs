namespace Sems.Gateway.WeChat;

/// <summary>A page of ours that an address asks to go on to.</summary>
internal static class PhonePage
{
    /// <summary>The first one.</summary>
    public const string Home = "/wechat/";

    private const int Longest = 512;

    /// <summary>The page, when it is one below <c>/wechat/</c> and nothing that a browser could take for another place; else the first one.</summary>
    public static string Of(string? to)
    {
        if (to is null || to.Length > Longest || !to.StartsWith(Home, StringComparison.Ordinal)) return Home;
        if (to.AsSpan().ContainsAny('\\', '\t') || to.Any(c => char.IsControl(c) || c is ' ' or > '\u007e')) return Home;
        var path = to.Split('?', '#')[0];
        if (path.Contains("//", StringComparison.Ordinal) || path.Contains("..", StringComparison.Ordinal) || path.Contains('%', StringComparison.Ordinal)) return Home;
        return path.StartsWith("/wechat/oauth", StringComparison.Ordinal) || path == "/wechat/callback" ? Home : to;
    }
}
