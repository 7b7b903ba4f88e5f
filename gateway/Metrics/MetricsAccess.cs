namespace Sems.Gateway.Metrics;

/// <summary>Who may read <c>/metrics</c> beside operators.</summary>
/// <param name="Open">Everyone; the setting <c>Metrics:Open</c>.</param>
/// <param name="Token">Whoever knows it; the setting <c>Metrics:Token</c>, 16 characters at least.</param>
internal sealed record MetricsAccess(bool Open, string? Token)
{
    private const int LeastToken = 16;

    /// <summary>Reads it.</summary>
    /// <exception cref="FormatException">A setting cannot be used.</exception>
    public static MetricsAccess Read(IConfiguration configuration)
    {
        var open = configuration["Metrics:Open"] switch
        {
            null or "" or "false" or "False" => false,
            "true" or "True" => true,
            var other => throw new FormatException($"Metrics:Open must be true or false, it is '{other}'"),
        };
        var token = configuration["Metrics:Token"];
        if (string.IsNullOrEmpty(token)) return new MetricsAccess(open, null);
        return token.Length >= LeastToken ? new MetricsAccess(open, token) : throw new FormatException($"Metrics:Token must have {LeastToken} characters at least");
    }

    /// <summary>Without the token: what is printed ends up in logs.</summary>
    public override string ToString() => $"{nameof(MetricsAccess)} {nameof(Open)} = {Open}";
}
