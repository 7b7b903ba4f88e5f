using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Sems.Simulator.Wire;

/// <summary>Reads a reply and checks its form: status, content type, JSON shape, the fields and their types.</summary>
public static class ReplyParser
{
    private const string ContentType = "application/json; charset=utf-8";

    /// <summary>Reads a reply.</summary>
    /// <returns>The reply, or null with <paramref name="fault"/> saying what is wrong with it.</returns>
    public static ServiceReply? Parse(ServiceEndpoint endpoint, int status, string? contentType, ReadOnlySpan<byte> body, out string? fault)
    {
        fault = null;
        if (status != 200)
        {
            fault = $"status {status} instead of 200";
            return null;
        }

        if (!string.Equals(contentType, ContentType, StringComparison.OrdinalIgnoreCase))
        {
            fault = $"content type '{contentType}' instead of '{ContentType}'";
            return null;
        }

        if (body.SequenceEqual("{\"result\":1}"u8) && endpoint is ServiceEndpoint.Charge or ServiceEndpoint.Start or ServiceEndpoint.End)
            return ServiceReply.Done;
        if (body.IndexOf("\\u"u8) >= 0)
        {
            fault = "text is escaped (\\u…) instead of plain UTF-8";
            return null;
        }

        try
        {
            var reader = new Utf8JsonReader(body);
            var reply = ReadObject(endpoint, ref reader);
            if (reader.Read()) throw new FormatException("something follows the object");
            CheckShape(endpoint, reply);
            return reply;
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            fault = e is FormatException ? e.Message : "not JSON: " + e.Message;
            return null;
        }
    }

    private static ServiceReply ReadObject(ServiceEndpoint endpoint, ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw new FormatException("not a JSON object");
        var reply = new ServiceReply();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Dictionary<string, ControlValue>? controls = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            if (!seen.Add(name)) throw new FormatException($"field '{name}' comes twice");
            reader.Read();
            reply = (endpoint, name) switch
            {
                (_, "result") => reply with { Result = ReadResult(ref reader) },
                (_, "message") => reply with { Message = ReadText(ref reader, name) },
                (ServiceEndpoint.CheckStudent, "student_number") => ReadStudentNumber(reply, ref reader),
                (ServiceEndpoint.CheckStudent, "username") => reply with
                {
                    HasUsername = true,
                    Username = reader.TokenType == JsonTokenType.Null ? null : ReadText(ref reader, name),
                },
                (ServiceEndpoint.Money, "money") => reply with { Money = ReadMoney(ref reader) },
                (ServiceEndpoint.AmmeterControl, _) => AddControl(reply, controls ??= [], name, ref reader),
                _ => throw new FormatException($"field '{name}' is not part of this reply"),
            };
        }

        return reader.TokenType == JsonTokenType.EndObject ? reply : throw new FormatException("the object does not end");
    }

    private static void CheckShape(ServiceEndpoint endpoint, ServiceReply reply)
    {
        if (reply.Result is 0 or -1 && string.IsNullOrEmpty(reply.Message)) throw new FormatException($"result {reply.Result} without a message");
        if (reply.Result is 1 && reply.Message is not null) throw new FormatException("result 1 with a message");
        if (reply.Result is null && reply.Message is not null) throw new FormatException("a message without result");
        switch (endpoint)
        {
            case ServiceEndpoint.AmmeterControl when reply.Result is null:
                break;
            case ServiceEndpoint.AmmeterControl when reply.Controls is not null || reply.Result is 1:
                throw new FormatException("a map of meters does not have a result");
            case ServiceEndpoint.Money when reply is { Money: null, Result: not (0 or -1) } or { Money: not null, Result: not null }:
                throw new FormatException("field 'money' is missing, or comes with a result");
            case ServiceEndpoint.Money:
            case ServiceEndpoint.AmmeterControl:
                break;
            default:
                if (reply.Result is null) throw new FormatException("field 'result' is missing");
                break;
        }
    }

    private static int ReadResult(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var result) && result is 1 or 0 or -1
            ? result
            : throw new FormatException("field 'result' is not 1, 0 or -1");

    private static string ReadText(ref Utf8JsonReader reader, string name) =>
        reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new FormatException($"field '{name}' is not text");

    private static ServiceReply ReadStudentNumber(ServiceReply reply, ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => reply,
        JsonTokenType.Number => reply with { StudentNumber = Encoding.UTF8.GetString(reader.ValueSpan) },
        JsonTokenType.String => reply with { StudentNumber = reader.GetString(), StudentNumberIsText = true },
        _ => throw new FormatException("field 'student_number' is neither a number, text nor null"),
    };

    private static decimal ReadMoney(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.Number) throw new FormatException("field 'money' is not a number");
        var text = Encoding.UTF8.GetString(reader.ValueSpan);
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var money))
            throw new FormatException($"money {text} is negative or not a plain number");
        return money.Scale <= 2 ? money : throw new FormatException($"money {text} has more than two decimals");
    }

    private static ServiceReply AddControl(ServiceReply reply, Dictionary<string, ControlValue> controls, string meter, ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String || reader.ValueSpan.Length != 1 || reader.ValueSpan[0] is < (byte)'0' or > (byte)'3')
            throw new FormatException($"meter '{meter}' has no value of \"0\" \"1\" \"2\" \"3\"");
        controls.Add(meter, (ControlValue)(reader.ValueSpan[0] - '0'));
        return reply.Controls is null ? reply with { Controls = controls } : reply;
    }
}
