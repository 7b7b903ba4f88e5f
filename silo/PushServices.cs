using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Sems.Grains.Pushes;
using Sems.Grains.Wechat;
using Sems.Silo.Sweeping;
using Sems.Silo.Wechat;

namespace Sems.Silo;

/// <summary>Wires the sending of pushes. <c>Push:Channel</c> is <c>log</c> (the default), <c>wechat</c> or <c>none</c>.</summary>
public static class PushServices
{
    private const string Name = "Push:Channel";

    /// <summary>Which channel is set: log, wechat or none.</summary>
    /// <exception cref="FormatException">There is no such channel, or it is WeChat and no account is configured.</exception>
    public static string Channel(IConfiguration configuration) => configuration[Name] switch
    {
        null or "log" => "log",
        "none" => "none",
        "wechat" when WechatSettingsReader.Read(configuration).IsConfigured => "wechat",
        "wechat" => throw new FormatException($"{Name} is wechat, but no account is configured: set WeChat:AppId and the others"),
        var other => throw new FormatException($"{Name} must be log, wechat or none, it is '{other}'"),
    };

    /// <summary>Adds the channel that is set, what drains the outbox into it, and the official account.</summary>
    /// <exception cref="FormatException">There is no such channel, or a setting is not understood.</exception>
    public static IServiceCollection AddPushes(this IServiceCollection services, IConfiguration configuration)
    {
        var channel = Channel(configuration);
        services.AddSingleton(new PushSettings { Held = channel == "none", AlarmRule = channel == "wechat" ? "wechat" : null });
        services.AddSingleton(WechatSettingsReader.Read(configuration));
        services.AddSingleton<IWechatApi, WechatClient>();
        services.AddSingleton<WechatGate>();
        if (channel == "wechat") services.AddSingleton<IPushChannel, WechatPushChannel>();
        else services.AddSingleton<IPushChannel, LogPushChannel>();
        services.AddSingleton<PushBrake>();
        services.AddSingleton<PushSweeper>();
        return services;
    }
}
