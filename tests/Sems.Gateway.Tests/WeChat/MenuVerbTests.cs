using System.CommandLine;
using System.Text.Json;
using Sems.Gateway.Hosting;
using Sems.Simulator.WeChat;

namespace Sems.Gateway.Tests.WeChat;

/// <summary>The verb <c>wechat menu</c>.</summary>
public sealed class MenuVerbTests
{
    [Fact]
    public async Task The_account_gets_its_menu_and_where_it_does_not_it_says_why()
    {
        using var directory = new TempDirectory();
        Assert.Contains("no account is configured", (await RunAsync(directory.Path)).Said, StringComparison.Ordinal);
        await using var standIn = await WechatStandIn.StartAsync();
        await WriteAsync(standIn, standIn.Account.AppSecret);
        var (code, said) = await RunAsync(directory.Path);
        Assert.Equal((0, $"The account {standIn.Account.AppId} has its menu: 充电, 附近, 我的; phones see it within a day, at once after following anew\n"), (code, said));
        Assert.Contains("http://127.0.0.1:1/wechat/nearby", await MenuAsync(standIn), StringComparison.Ordinal);
        standIn.Tokens.Expire(stuck: true); // stable_token goes on giving it
        Assert.Equal(0, (await RunAsync(directory.Path)).Code);
        standIn.Faults.Add(new Simulator.WeChat.Api.Fault { Path = "/cgi-bin/menu/create", Errcode = 48001 });
        Assert.Equal((1, "sems wechat menu: WeChat does not take the menu: 公众号没有此接口的权限（48001）\n"), await RunAsync(directory.Path));
        await WriteAsync(standIn, "a wrong secret");
        Assert.Equal((1, "sems wechat menu: WeChat gives no access token: AppSecret 不正确（40125）\n"), await RunAsync(directory.Path));

        Task WriteAsync(WechatStandIn of, string secret) => File.WriteAllTextAsync(Path.Combine(directory.Path, "appsettings.json"), JsonSerializer.Serialize(new
        {
            WeChat = new { of.Account.AppId, AppSecret = secret, of.Account.Token, ApiBase = of.Address.GetLeftPart(UriPartial.Authority), PublicBase = "http://127.0.0.1:1" },
        }));
    }

    private static async Task<string> MenuAsync(WechatStandIn standIn)
    {
        using var http = new HttpClient();
        return await http.GetStringAsync(new Uri(standIn.Address, "/stand-in/menu"));
    }

    private static async Task<(int Code, string Said)> RunAsync(string data)
    {
        using var said = new StringWriter { NewLine = "\n" };
        var code = await CommandLine.Build().Parse(["wechat", "menu", "--data", data]).InvokeAsync(new InvocationConfiguration { Output = said, Error = said });
        return (code, said.ToString());
    }
}
