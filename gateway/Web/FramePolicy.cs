namespace Sems.Gateway.Web;

/// <summary>Who may show the phone pages in a frame: nobody, unless <c>Web:FrameAncestors</c> names addresses, separated by spaces (the demo does).</summary>
public static class FramePolicy
{
    private const string Name = "Web:FrameAncestors";

    /// <summary>For <c>frame-ancestors</c>; null for nobody.</summary>
    /// <exception cref="FormatException">One is not an address.</exception>
    public static string? Read(IConfiguration configuration)
    {
        var addresses = (configuration[Name] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var address in addresses) Origin(Name, address);
        return addresses.Length == 0 ? null : string.Join(' ', addresses);
    }

    /// <summary>The address as it may stand in a policy.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    internal static string Origin(string name, string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && !address.AsSpan().ContainsAny(";, '\"")
            ? uri.GetLeftPart(UriPartial.Authority)
            : throw new FormatException($"{name} must be addresses such as https://sems.example.edu.cn, it is '{address}'");
}
