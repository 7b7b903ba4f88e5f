using System.Globalization;
using Sems.Grains.Pushes;
using Sems.Grains.Tariffs;
using Sems.Storage.Outbox;

namespace Sems.Grains.Wechat;

/// <summary>What a template message says: the facts of a push by name. Times are Asia/Shanghai's.</summary>
public static class WechatFields
{
    /// <summary>All names there are; which a kind has is in docs/wechat.md.</summary>
    public static readonly IReadOnlyList<string> Names = ["user", "charge", "account", "place", "time", "energy", "money", "reason", "remark"];

    /// <summary>How long a value WeChat takes, by what the template's field is called before its number; 参数值限制说明 of its documentation.</summary>
    private static readonly Dictionary<string, int> Longest = new()
    {
        ["thing"] = 20,
        ["character_string"] = 32,
        ["phrase"] = 5,
        ["const"] = 20,
        ["name"] = 10,
        ["letter"] = 32,
    };

    /// <summary>What to send of a push: their fields as the settings name them, else all of ours.</summary>
    /// <param name="settings">Which field is which.</param>
    /// <param name="message">The push.</param>
    /// <param name="user">Who the student is, in words.</param>
    public static IReadOnlyDictionary<string, string> Of(WechatSettings settings, PushMessage message, string user)
    {
        var ours = Facts(message, user);
        return settings.Fields.TryGetValue(message.Kind, out var theirs) && theirs.Count > 0
            ? theirs.ToDictionary(f => f.Key, f => Fit(f.Key, ours.GetValueOrDefault(f.Value, "-")))
            : ours;
    }

    private static Dictionary<string, string> Facts(PushMessage message, string user)
    {
        var (detail, charge) = (message.Detail, message.ChargeId.ToString(CultureInfo.InvariantCulture));
        var facts = new Dictionary<string, string> { ["user"] = user };
        if (message.Kind is PushKind.AlreadyFinish or PushKind.Exception) facts["charge"] = charge;
        if (message.Kind == PushKind.PayFinish) facts["account"] = charge;
        Add("place", detail.Place ?? detail.Station);
        Add("time", Time(message.Kind == PushKind.AlreadyFinish ? detail.FullAt ?? detail.At : detail.EndedAt ?? detail.At));
        Add("energy", detail.EnergyKwh is { } energy ? string.Create(CultureInfo.InvariantCulture, $"{energy:0.00}度") : null);
        Add("money", detail.Fen is { } fen ? string.Create(CultureInfo.InvariantCulture, $"{fen / 100m:0.00}元") : null);
        Add("reason", Reason(message.Kind, detail));
        facts["remark"] = Remark(message.Kind);
        return facts;

        void Add(string name, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value)) facts[name] = value;
        }
    }

    private static string? Time(DateTimeOffset? at) =>
        at is { } time ? ChinaTime.ToLocal(time).ToString("yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture) : null;

    private static string? Reason(PushKind kind, PushDetail detail) => kind switch
    {
        PushKind.AlreadyFinish => "电池已充满",
        PushKind.PayFinish => detail.Reason == "card" ? "刷卡结束" : "充电结束",
        PushKind.Delay => "充满后仍占用插座",
        _ => detail.Message,
    };

    private static string Remark(PushKind kind) => kind switch
    {
        PushKind.AlreadyFinish => "请及时取车",
        PushKind.PayFinish => "点开查看费用明细",
        PushKind.Delay => "请尽快取车，方便其他同学",
        _ => "已停止供电，请查看车辆和充电器",
    };

    /// <summary>Cut to what the field takes: WeChat refuses the whole message otherwise.</summary>
    private static string Fit(string field, string value) =>
        Longest.TryGetValue(field.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'), out var most) && value.Length > most ? value[..(most - 1)] + "…" : value;
}
