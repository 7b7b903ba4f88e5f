using System.Globalization;
using Sems.Storage;
using Sems.Storage.Alarms;
using Sems.Storage.Outbox;

namespace Sems.Grains.Pushes;

/// <summary>Tells operators of a push that somebody must look after: an alarm of its station. Safe to repeat.</summary>
internal sealed class PushAlarm(IDatabase database, PushSettings settings)
{
    /// <summary>Raises it, once for each try.</summary>
    public async Task RaiseAsync(PushTry tried)
    {
        if (settings.AlarmRule is not { } rule) return;
        var (push, attempt) = (tried.Push, tried.Attempt);
        var station = PushDetail.Read(push.DetailJson).Station ?? (await database.Ledger.FindChargeAsync(push.ChargeId))?.Group;
        if (station is null) return; // of no charge there is: it stands in the list of pushes
        var occurrence = string.Create(CultureInfo.InvariantCulture, $"push/{push.PushId}/{attempt.At.ToUnixTimeMilliseconds()}");
        await database.Alarms.RaiseAsync(new AlarmRaise(
            occurrence, station, null, rule, AlarmSeverity.Warning, push.ChargeId, Words(attempt, push.Kind), attempt.At));
    }

    private static string Words(PushAttempt attempt, PushKind kind)
    {
        var outcome = attempt.State == PushState.Dead ? "已放弃" : "稍后再试";
        return $"{Name(kind)}推送发不出去（{outcome}）：{attempt.Error}。请排除原因，再在推送列表重发";
    }

    private static string Name(PushKind kind) => kind switch
    {
        PushKind.AlreadyFinish => "充满",
        PushKind.PayFinish => "结算",
        PushKind.Delay => "超时",
        PushKind.Exception => "异常",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "It has no name"),
    };
}
