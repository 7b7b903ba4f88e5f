using System.Globalization;
using Microsoft.Extensions.Logging;
using Sems.GrainInterfaces;
using Sems.Grains.Pushes;
using Sems.Storage;
using Sems.Storage.Outbox;

namespace Sems.Grains.Wechat;

/// <summary>Sends pushes as template messages of the official account. The push's id goes with each, so that WeChat drops what it got within ten minutes before.</summary>
public sealed partial class WechatPushChannel(
    WechatSettings settings, IWechatApi api, WechatGate gate, IDatabase database, IGrainFactory grains, ILogger<WechatPushChannel> log) : IPushChannel
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    public async Task<PushResult> SendAsync(PushMessage message, CancellationToken cancel)
    {
        if (!settings.Templates.TryGetValue(message.Kind, out var template)) return new PushResult.Undeliverable("没有设置这类推送的模板");
        var student = await database.Registry.FindStudentAsync(message.StudentNumber, cancel);
        if (student?.WechatOpenid is not { } openid) return new PushResult.Undeliverable("没有绑定微信");
        if (gate.Closed is { } closed) return new PushResult.RetryLater(closed.Reason, closed.Left);
        var fields = WechatFields.Of(settings, message, student.UserName ?? student.StudentNumber);
        return await SendAsync(WechatMessage.Json(openid, template, Link(message), message.PushId, fields), cancel);
    }

    private async Task<PushResult> SendAsync(string json, CancellationToken cancel)
    {
        var tokens = grains.GetGrain<IWechatTokenGrain>(settings.AppId!);
        var token = await tokens.Token().WaitAsync(cancel);
        if (token.Value is null) return NoToken(token);
        var reply = await api.SendAsync(token.Value, json, cancel);
        if (!WechatCodes.IsBadToken(reply.Code)) return Result(reply);
        LogRenewed(reply.Code);
        token = await tokens.Renew(token.Value).WaitAsync(cancel);
        return token.Value is null ? NoToken(token) : Result(await api.SendAsync(token.Value, json, cancel));
    }

    private PushResult NoToken(WechatAnswer answer) => answer.Code switch
    {
        45009 => new PushResult.RetryLater(answer.Fault!, gate.CloseForTheDay(answer.Fault!)),
        45011 => new PushResult.RetryLater(answer.Fault!, gate.Close(Minute, answer.Fault!)),
        var code => new PushResult.RetryLater(answer.Fault!, Look: WechatCodes.IsAccount(code)),
    };

    /// <summary>What an errcode means for a push.</summary>
    internal PushResult Result(WechatReply reply) => reply.Code switch
    {
        0 => new PushResult.Sent(),
        43004 or 43101 or 40003 or 50005 => new PushResult.Undeliverable(reply.Fault),
        45009 => new PushResult.RetryLater(reply.Fault, gate.CloseForTheDay(reply.Fault)),
        45011 => new PushResult.RetryLater(reply.Fault, gate.Close(Minute, reply.Fault)),
        40036 or 40037 or 40039 or 40066 or 41030 or 45002 or 47001 or 47003 or 48001 or 48004 => new PushResult.Dead(reply.Fault),
        var code => new PushResult.RetryLater(reply.Fault, Look: WechatCodes.IsAccount(code)),
    };

    /// <summary>The page a push leads to.</summary>
    private string Link(PushMessage message) => settings.PublicBase + message.Kind switch
    {
        PushKind.PayFinish => string.Create(CultureInfo.InvariantCulture, $"/wechat/bills/{message.ChargeId}"),
        PushKind.Exception => string.Create(CultureInfo.InvariantCulture, $"/wechat/charges/{message.ChargeId}"),
        _ => "/wechat/",
    };

    [LoggerMessage(Level = LogLevel.Information, Message = "WeChat refused the access token ({Code}); it is renewed")]
    private partial void LogRenewed(int? code);
}
