using System.Globalization;

namespace Sems.Gateway.Live;

/// <summary>How many may look on.</summary>
/// <param name="Listeners">In all, 1 to 10,000; the setting <c>Live:Listeners</c>, 300 without it.</param>
/// <param name="ListenersPerUser">Of one account, 1 to 10,000; the setting <c>Live:ListenersPerUser</c>, 30 without it.</param>
internal sealed record LiveSettings(int Listeners, int ListenersPerUser)
{
    private const int Most = 10_000;

    /// <summary>Reads them.</summary>
    /// <exception cref="FormatException">One is not understood or out of range.</exception>
    public static LiveSettings Read(IConfiguration configuration) =>
        new(Read(configuration, "Live:Listeners", 300), Read(configuration, "Live:ListenersPerUser", 30));

    private static int Read(IConfiguration configuration, string name, int usual)
    {
        var text = configuration[name];
        if (string.IsNullOrWhiteSpace(text)) return usual;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= Most
            ? number
            : throw new FormatException($"{name} must be a whole number from 1 to {Most}, it is '{text}'");
    }
}
