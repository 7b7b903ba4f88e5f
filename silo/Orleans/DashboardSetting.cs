using Microsoft.Extensions.Configuration;

namespace Sems.Silo.Orleans;

/// <summary>Whether Orleans' dashboard is there.</summary>
public static class DashboardSetting
{
    /// <summary>The setting <c>Orleans:Dashboard</c>: on (without one) or off.</summary>
    /// <exception cref="FormatException">It is neither.</exception>
    public static bool IsOn(IConfiguration configuration) => configuration["Orleans:Dashboard"] switch
    {
        null or "" or "on" => true,
        "off" => false,
        var other => throw new FormatException($"The setting Orleans:Dashboard must be on or off, it is '{other}'"),
    };
}
