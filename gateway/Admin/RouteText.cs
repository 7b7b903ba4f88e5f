namespace Sems.Gateway.Admin;

/// <summary>A part of a path as the caller meant it.</summary>
internal static class RouteText
{
    /// <summary>Everything is decoded already but the slash, which the framework leaves as it was sent.</summary>
    public static string Of(string part) => part.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
