using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Sems.Grains.Pushes;
using Sems.Silo.Sweeping;

namespace Sems.Silo;

/// <summary>Wires the sending of pushes. <c>Push:Channel</c> is <c>log</c> (the default) or <c>none</c>.</summary>
public static class PushServices
{
    private const string Name = "Push:Channel";

    /// <summary>Which channel is set: log or none.</summary>
    /// <exception cref="FormatException">There is no such channel.</exception>
    public static string Channel(IConfiguration configuration) => configuration[Name] switch
    {
        null or "log" => "log",
        "none" => "none",
        var other => throw new FormatException($"{Name} must be log or none, it is '{other}'"),
    };

    /// <summary>Adds the channel that is set, and what drains the outbox into it.</summary>
    /// <exception cref="FormatException">There is no such channel.</exception>
    public static IServiceCollection AddPushes(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(new PushSettings { Held = Channel(configuration) == "none" });
        services.AddSingleton<IPushChannel, LogPushChannel>();
        services.AddSingleton<PushBrake>();
        services.AddSingleton<PushSweeper>();
        return services;
    }
}
