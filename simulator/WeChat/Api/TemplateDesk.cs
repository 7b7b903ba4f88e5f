using System.Text.Json;
using Sems.Simulator.WeChat.Chat;

namespace Sems.Simulator.WeChat.Api;

/// <summary>Takes template messages and puts them into the chats. Safe for concurrent use.</summary>
public sealed class TemplateDesk(IReadOnlyList<WechatTemplate> templates, UserBook users, ChatBook chat, TimeProvider time)
{
    /// <summary>How long a message of the same person and the same <c>client_msg_id</c> is dropped.</summary>
    public static readonly TimeSpan RepeatsDropped = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Openid, string Id), (long Msgid, DateTimeOffset At)> _seen = [];
    private long _msgid = 4_000_000_000_000_000_000 + time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Takes a message, as it came.</summary>
    /// <returns>0 and WeChat's number of the message; or the number of what is wrong, and what its words go on with.</returns>
    public (int Errcode, long Msgid, string? Detail) Send(JsonElement message)
    {
        if (users.Find(message.Text("touser")) is not { } user) return (40003, 0, null);
        if (FindTemplate(message.Text("template_id")) is not { } template) return (40037, 0, null);
        if (!user.Subscribed) return (43004, 0, null);
        var fields = new List<ChatField>();
        if (message.TryGetProperty("data", out var data) && ReadFields(data, template, fields) is { } fault) return fault;
        var number = message.Text("client_msg_id");
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (number is not null && _seen.TryGetValue((user.Openid, number), out var first) && now - first.At < RepeatsDropped)
            {
                chat.CountRepeat();
                return (0, first.Msgid, null);
            }

            var msgid = ++_msgid;
            if (number is not null) _seen[(user.Openid, number)] = (msgid, now);
            chat.Add(user.Openid, "template", m => m with
            {
                Title = template.Title,
                Url = message.Text("url") is { Length: > 0 } url ? url : null,
                Fields = fields,
                TemplateId = template.Id,
                ClientMsgId = number,
                Msgid = msgid,
            });
            return (0, msgid, null);
        }
    }

    private WechatTemplate? FindTemplate(string? id) =>
        templates.Count == 0 && id is { Length: > 0 } ? new WechatTemplate(id, "通知", []) : templates.FirstOrDefault(t => t.Id == id);

    private static (int Errcode, long Msgid, string? Detail)? ReadFields(JsonElement data, WechatTemplate template, List<ChatField> fields)
    {
        if (data.ValueKind != JsonValueKind.Object) return (47001, 0, null);
        foreach (var field in data.EnumerateObject())
        {
            if (field.Value.ValueKind != JsonValueKind.Object || field.Value.Text("value") is not { } value) return (47003, 0, $" data.{field.Name}.value is missing");
            if (FieldRule.Refuses(field.Name, value)) return (47003, 0, $" data.{field.Name}.value invalid");
            fields.Add(new ChatField(field.Name, template.Label(field.Name), value));
        }

        return null;
    }
}
