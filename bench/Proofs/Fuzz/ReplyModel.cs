using System.Text;
using System.Text.Json;
using Sems.Bench.Campus;

namespace Sems.Bench.Proofs.Fuzz;

/// <summary>What the station protocol allows as a reply.</summary>
internal static class ReplyModel
{
    /// <summary>Content type of every reply.</summary>
    public const string ContentType = "application/json; charset=utf-8";

    private const string NotAnObject = "请求不是合法的 JSON 对象";
    private const string TooLarge = "{\"result\":-1,\"message\":\"请求超过 64 KiB\"}";
    private const string PostOnly = "{\"result\":-1,\"message\":\"只支持 POST\"}";
    private const string Incomplete = "{\"result\":-1,\"message\":\"请求没有完整到达\"}";
    private const string Unavailable = "{\"result\":-1,\"message\":\"服务暂不可用\"}";

    private static readonly string[] Faults =
        [" 缺失", " 必须是文本", " 含有非法字符", " 不能为空", " 太长（最多 45 个字符）", " 必须是数字", " 超出范围（0–"];

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>What is wrong with a reply, or null.</summary>
    public static string? FaultOf(FuzzCase sent, FuzzReply reply)
    {
        if (reply.Status == 0) return sent.Body.Length > FuzzCase.MostBytes ? null : "the connection ended without a reply";
        if (reply.ContentType != ContentType) return $"the content type is '{reply.ContentType}'";
        string text;
        try
        {
            text = Strict.GetString(reply.Body);
        }
        catch (DecoderFallbackException)
        {
            return "the body is not UTF-8";
        }
        if (sent.Method == "HEAD") return reply is { Status: 405, Body.Length: 0 } ? null : "HEAD is answered 405 without a body";
        if (sent.Method != "POST") return Must(405, PostOnly);
        if (reply.Status == 503) return Must(503, Unavailable);
        if (sent.BrokenChunks) return Must(400, Incomplete);
        if (sent.Body.Length > FuzzCase.MostBytes) return Must(413, TooLarge);
        if (reply.Status != 200) return $"the status is {reply.Status}";
        try
        {
            using var json = JsonDocument.Parse(text);
            return OfJson(sent.Call, json.RootElement, text);
        }
        catch (JsonException)
        {
            return "the body is not JSON";
        }

        string? Must(int status, string body) => reply.Status == status && text == body ? null : $"it must be {status} {body}";
    }

    /// <summary>The <c>result</c> a good reply carries; 1 for those that carry none.</summary>
    public static int ResultOf(FuzzReply reply)
    {
        using var json = JsonDocument.Parse(reply.Body);
        return json.RootElement.TryGetProperty("result", out var result) && result.TryGetInt32(out var value) ? value : 1;
    }

    private static string? OfJson(FuzzCall call, JsonElement json, string text)
    {
        if (json.ValueKind != JsonValueKind.Object) return "it is no object";
        var fields = json.EnumerateObject().ToList();
        if (fields.Select(f => f.Name).Distinct().Count() < fields.Count) return "a field is there twice";
        var names = string.Join(' ', fields.Select(f => f.Name));
        var message = json.TryGetProperty("message", out var words) ? words.ValueKind == JsonValueKind.String ? words.GetString()! : "?" : "";
        switch (json.TryGetProperty("result", out var result) ? result.GetRawText() : "")
        {
            case "-1":
                return names == "result message" && IsKnownFault(call, message) ? null : "it is no known fault";
            case "0" when !call.Refusals.Contains(message):
                return "it is no known refusal";
        }
        var good = call.Name switch
        {
            "checkStudent" => names switch
            {
                "student_number username result" => text.EndsWith("\"result\":1}", StringComparison.Ordinal),
                "student_number username result message" or "student_number result message" => result.GetRawText() == "0",
                _ => false,
            },
            "AmmeterControl" => names == "result message" || IsMap(fields),
            "money" => names is "money" or "money result message" && IsMoney(json.GetProperty("money").GetRawText()),
            _ => text == "{\"result\":1}" || (names == "result message" && result.GetRawText() == "0"),
        };
        return good ? null : $"it is no reply of {call.Name}";
    }

    private static bool IsKnownFault(FuzzCall call, string message) =>
        message == NotAnObject || call.Fields.Any(f => message.StartsWith(f, StringComparison.Ordinal) && Faults.Any(fault => message.AsSpan(f.Length).StartsWith(fault)));

    private static bool IsMap(List<JsonProperty> fields) =>
        fields.Count == CampusShape.MetersPerStation
        && fields.Select((f, i) => f.Name == CampusShape.Ammeter(i) && f.Value.GetRawText() is "\"0\"" or "\"1\"" or "\"2\"" or "\"3\"").All(good => good);

    private static bool IsMoney(string text) =>
        text.Length >= 4 && text[^3] == '.' && text.Where((c, i) => i != text.Length - 3).All(char.IsAsciiDigit);
}
