using System.CommandLine;
using Sems.Grains.Wechat;
using Sems.Silo;
using Sems.Silo.Wechat;

namespace Sems.Gateway.WeChat;

/// <summary>The verb <c>wechat menu</c>: gives the account its menu. Exit code 0: it has it; 1: it has not, and why.</summary>
internal static class WechatVerbs
{
    /// <summary><c>wechat</c>.</summary>
    public static Command Build(Option<string> data)
    {
        var menu = new Command("menu", "Give the official account its menu, as the settings WeChat:… of the data directory and the environment say") { data };
        menu.SetAction((parsed, cancel) => RunAsync(parsed, parsed.GetValue(data)!, cancel));
        return new Command("wechat", "The official account (公众号)") { menu };
    }

    private static async Task<int> RunAsync(ParseResult parsed, string data, CancellationToken cancel)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        try
        {
            var file = Path.Combine(Path.GetFullPath(data), "appsettings.json"); // where there is none, the environment says it all
            var settings = WechatSettingsReader.Read(new ConfigurationBuilder().AddJsonFile(file, optional: true).AddEnvironmentVariables().Build());
            if (!settings.IsConfigured) return Fail($"no account is configured: WeChat:AppId and the others are set neither in {file} nor in the environment");
            using var api = new WechatClient(settings);
            var menu = WechatMenu.Of(settings.PublicBase);
            var (reply, step) = await CreateAsync(api, menu, cancel);
            if (!reply.IsDone) return Fail($"{step}: {reply.Fault}");
            await output.WriteLineAsync($"The account {settings.AppId} has its menu: {string.Join(", ", menu.Button.Select(b => b.Name))}; phones see it within a day, at once after following anew");
            return 0;
        }
        catch (Exception fault) when (fault is FormatException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return Fail(fault.Message);
        }

        int Fail(string why)
        {
            error.WriteLine($"sems wechat menu: {why}");
            return 1;
        }
    }

    /// <summary>With the token a running SEMS has, too: stable_token gives the same one; another one only where that is refused.</summary>
    private static async Task<(WechatReply Reply, string Step)> CreateAsync(WechatClient api, WechatMenu menu, CancellationToken cancel)
    {
        var token = await api.TokenAsync(force: false, cancel);
        if (token.Value is null) return (token, "WeChat gives no access token");
        var reply = await api.CreateMenuAsync(token.Value, menu.ToJson(), cancel);
        if (!WechatCodes.IsBadToken(reply.Code)) return (reply, "WeChat does not take the menu");
        token = await api.TokenAsync(force: true, cancel);
        return token.Value is null ? (token, "WeChat gives no access token") : (await api.CreateMenuAsync(token.Value, menu.ToJson(), cancel), "WeChat does not take the menu");
    }
}
