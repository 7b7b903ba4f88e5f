using System.Text.Json;
using Sems.Simulator.WeChat;
using Sems.Simulator.WeChat.Chat;

namespace Sems.Simulator.Demo;

/// <summary>
/// <c>demo-wechat.json</c> in a demo's data directory: the made-up account and who follows it, so that who is bound to a student in that data still
/// gets messages in the next run.
/// </summary>
/// <param name="path">The file.</param>
public sealed class DemoWechatFile(string path)
{
    /// <summary>The account and the people; new ones where there is no file.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public (WechatAccount Account, IReadOnlyList<WechatUser> Users) Read()
    {
        if (!File.Exists(path)) return (WechatAccount.MakeUp(), WechatUser.Made);
        try
        {
            var content = JsonSerializer.Deserialize<Content>(File.ReadAllText(path)) ?? throw new JsonException("it is empty");
            return (content.Account, [.. WechatUser.Made.Select(u => u with { Subscribed = content.Followers.Contains(u.Openid) })]);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path} is damaged: {e.Message}", e);
        }
    }

    /// <summary>Writes them.</summary>
    public void Write(WechatAccount account, IEnumerable<WechatUser> users)
    {
        var content = new Content(account, [.. users.Where(u => u.Subscribed).Select(u => u.Openid)]);
        File.WriteAllText(path + ".new", JsonSerializer.Serialize(content));
        File.Move(path + ".new", path, overwrite: true);
    }

    private sealed record Content(WechatAccount Account, IReadOnlyList<string> Followers);
}
