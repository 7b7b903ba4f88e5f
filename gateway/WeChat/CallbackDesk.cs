using Sems.GrainInterfaces;
using Sems.Grains.Cluster;
using Sems.Grains.Wechat;
using Sems.Storage;

namespace Sems.Gateway.WeChat;

/// <summary>Does what people's messages and events come to, by grains, and says what to answer.</summary>
internal sealed class CallbackDesk(
    WechatSettings settings, IDatabaseReader database, IGrainFactory grains, StatusText status, MachineClock machine, TimeProvider time)
{
    /// <summary>Who asks in these words wants to know what charges.</summary>
    private static readonly string[] StatusWords = ["状态", "电量", "充电", "多少", "费用", "status"];

    /// <summary>What to answer; null for nothing.</summary>
    public async Task<string?> AnswerAsync(CallbackMessage message, CancellationToken cancel) => message.Type switch
    {
        "event" => await EventAsync(message, cancel),
        "text" => StatusWords.Any(word => message["Content"]?.Contains(word, StringComparison.OrdinalIgnoreCase) == true)
            ? await StatusAsync(message, cancel)
            : Help,
        "image" or "voice" or "video" or "shortvideo" or "location" or "link" => Help,
        _ => null,
    };

    private async Task<string?> EventAsync(CallbackMessage message, CancellationToken cancel)
    {
        switch (message["Event"])
        {
            case "subscribe":
                return await FollowsAsync(message, true, cancel) ? Link("欢迎回来。充满、结算、超时和异常都会在这里通知您。", "查看充电", "/wechat/") : Bind;
            case "unsubscribe":
                await FollowsAsync(message, false, cancel);
                return null;
            case "LOCATION":
                await LocatedAsync(message, cancel);
                return null;
            case "CLICK" when message["EventKey"] == "STATUS":
                return await StatusAsync(message, cancel);
            case "CLICK":
                return Help;
            default:
                return null;
        }
    }

    private async Task<bool> FollowsAsync(CallbackMessage message, bool follows, CancellationToken cancel)
    {
        if (await StudentAsync(message, cancel) is not { } student) return false;
        await grains.GetGrain<IStudentGrain>(student).Follows(follows);
        return true;
    }

    private async Task LocatedAsync(CallbackMessage message, CancellationToken cancel)
    {
        if (message.Degrees("Latitude", 90) is not { } latitude || message.Degrees("Longitude", 180) is not { } longitude) return;
        if (await StudentAsync(message, cancel) is not { } student) return;
        var ago = machine.Time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(Math.Min(message.CreateTime, machine.Time.GetUtcNow().ToUnixTimeSeconds()));
        await grains.GetGrain<IStudentGrain>(student).Position(latitude, longitude, time.GetUtcNow() - ago); // by the campus's clock
    }

    private async Task<string> StatusAsync(CallbackMessage message, CancellationToken cancel) =>
        await StudentAsync(message, cancel) is { } student ? await status.OfAsync(student, settings.PublicBase, cancel) : Bind;

    private Task<string?> StudentAsync(CallbackMessage message, CancellationToken cancel) => database.Registry.FindWechatOwnerAsync(message.From, cancel);

    private string Bind => Link("欢迎使用校园充电。绑定学号后，充满、结算、超时和异常都会在这里通知您。", "绑定学号", "/wechat/bind");

    private string Help =>
        $"回复“状态”可查看正在充电的情况。{Link("", "查看充电", "/wechat/")} {Link("", "附近充电站", "/wechat/nearby")} {Link("", "消费记录", "/wechat/spending")}";

    private string Link(string words, string link, string page) => $"{words}<a href=\"{settings.PublicBase}{page}\">{link}</a>";
}
