using System.CommandLine;
using System.Globalization;
using Sems.Simulator.Demo;
using Sems.Simulator.WeChat;

namespace Sems.Simulator.Cli;

/// <summary>The verb that runs a stand-in for WeChat by itself.</summary>
public static class WechatCommand
{
    /// <summary>The verb and its options.</summary>
    /// <param name="stop">Set by Ctrl-C or SIGTERM.</param>
    public static Command Create(CancellationToken stop)
    {
        var urls = new Option<string>("--urls") { Description = "Where it listens.", DefaultValueFactory = _ => "http://127.0.0.1:5090" };
        var gateway = new Option<string?>("--gateway") { Description = "The account's server, whose /wechat/callback is called." };
        var appId = new Option<string?>("--app-id") { Description = "The account's AppId; made up where not given, as are the next three." };
        var secret = new Option<string?>("--app-secret") { Description = "Its AppSecret." };
        var token = new Option<string?>("--token") { Description = "The callback's token." };
        var key = new Option<string?>("--encoding-aes-key") { Description = "The callback's key; 'none' for messages that are not encrypted." };
        var command = new Command("wechat", "A stand-in for WeChat: what a server asks of it, people with phones, and a page that shows one.")
        {
            urls, gateway, appId, secret, token, key,
        };
        command.SetAction(async (parsed, _) =>
        {
            var made = WechatAccount.MakeUp();
            var account = made with
            {
                AppId = parsed.GetValue(appId) ?? made.AppId,
                AppSecret = parsed.GetValue(secret) ?? made.AppSecret,
                Token = parsed.GetValue(token) ?? made.Token,
                EncodingAesKey = parsed.GetValue(key) is { } given ? given == "none" ? null : given : made.EncodingAesKey,
            };
            var server = parsed.GetValue(gateway) is { } address ? ServerAddress.ToCall(address) : null;
            return await RunAsync(new WechatStandInOptions { Urls = parsed.GetValue(urls)!, Account = account, Gateway = server }, stop).ConfigureAwait(false);
        });
        return command;
    }

    private static async Task<int> RunAsync(WechatStandInOptions options, CancellationToken stop)
    {
        await using var standIn = await WechatStandIn.StartAsync(options, stop).ConfigureAwait(false);
        Console.WriteLine($"wechat: phone {standIn.Address}; Ctrl-C ends it. The server's settings:");
        foreach (var (name, value) in WechatSettings.For(standIn, options.Gateway ?? new Uri("http://127.0.0.1:5080/")))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name}={value}"));
        var stopped = new TaskCompletionSource();
        await using var registration = stop.Register(() => stopped.TrySetResult());
        await stopped.Task.ConfigureAwait(false);
        return 0;
    }
}
