using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Sems.Gateway.Service;

/// <summary>Reads a request body field by field, without reflection. Every fault is told by name, in Chinese.</summary>
public static class ServiceParser
{
    /// <summary>Characters a text field may have.</summary>
    public const int MostCharacters = 45;

    private const string NotAnObject = "请求不是合法的 JSON 对象";

    private static readonly Field[] Fields =
    [
        new(ServiceFields.Card, "card_number"),
        new(ServiceFields.Group, "ammeterGroup_number"),
        new(ServiceFields.Ammeter, "ammeter_number"),
        new(ServiceFields.Current, "current_value", 100, " A"),
        new(ServiceFields.Energy, "energy_value", 1e9),
        new(ServiceFields.Voltage, "voltage_value", 500, " V", Required: false),
        new(ServiceFields.Power, "power_value", 20_000, " W", Required: false),
        new(ServiceFields.Time, "time", 253_402_300_799, " 秒", Required: false),
    ];

    /// <summary>Reads a body.</summary>
    /// <param name="body">UTF-8 JSON, perhaps with a BOM.</param>
    /// <param name="wanted">The fields to look at; every other field is ignored.</param>
    /// <param name="request">What was read.</param>
    /// <returns>Null, or what is wrong.</returns>
    public static string? Read(in ReadOnlySequence<byte> body, ServiceFields wanted, out ServiceRequest request)
    {
        request = default;
        try
        {
            var reader = new Utf8JsonReader(SkipBom(body));
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject
                ? ReadObject(ref reader, wanted, ref request)
                : NotAnObject;
        }
        catch (JsonException)
        {
            return NotAnObject;
        }
        catch (InvalidOperationException)
        {
            return NotAnObject; // a name with a lone surrogate
        }
    }

    private static ReadOnlySequence<byte> SkipBom(in ReadOnlySequence<byte> body)
    {
        if (body.Length < 3 || body.FirstSpan[0] != 0xEF) return body;
        Span<byte> head = stackalloc byte[3];
        body.Slice(0, 3).CopyTo(head);
        return head.SequenceEqual(Encoding.UTF8.Preamble) ? body.Slice(3) : body;
    }

    private static string? ReadObject(ref Utf8JsonReader reader, ServiceFields wanted, ref ServiceRequest request)
    {
        Span<Fault> faults = stackalloc Fault[Fields.Length];
        for (var i = 0; i < Fields.Length; i++) faults[i] = Fields[i].Required ? Fault.Missing : Fault.None;

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var index = IndexOf(ref reader, wanted);
            reader.Read();
            if (index < 0) reader.Skip();
            else faults[index] = ReadField(ref reader, Fields[index], ref request);
        }
        if (reader.TokenType != JsonTokenType.EndObject || reader.Read()) return NotAnObject;

        for (var i = 0; i < Fields.Length; i++)
        {
            if (wanted.HasFlag(Fields[i].Flag) && faults[i] != Fault.None) return Fields[i].Describe(faults[i]);
        }
        return null;
    }

    private static int IndexOf(ref Utf8JsonReader reader, ServiceFields wanted)
    {
        for (var i = 0; i < Fields.Length; i++)
        {
            if ((wanted & Fields[i].Flag) != 0 && reader.ValueTextEquals(Fields[i].Utf8Name)) return i;
        }
        return -1;
    }

    private static Fault ReadField(ref Utf8JsonReader reader, Field field, ref ServiceRequest request)
    {
        Fault fault;
        switch (field.Flag)
        {
            case ServiceFields.Card: return ReadText(ref reader, out request.Card);
            case ServiceFields.Group: return ReadText(ref reader, out request.Group);
            case ServiceFields.Ammeter: return ReadText(ref reader, out request.Ammeter);
        }

        if (reader.TokenType == JsonTokenType.Null && !field.Required)
        {
            Put(field.Flag, null, ref request);
            return Fault.None;
        }
        fault = ReadNumber(ref reader, field.Most, out var value);
        if (fault == Fault.None) Put(field.Flag, value, ref request);
        return fault;
    }

    private static void Put(ServiceFields field, double? value, ref ServiceRequest request)
    {
        switch (field)
        {
            case ServiceFields.Current: request.Current = value!.Value; break;
            case ServiceFields.Energy: request.Energy = value!.Value; break;
            case ServiceFields.Voltage: request.Voltage = value; break;
            case ServiceFields.Power: request.Power = value; break;
            case ServiceFields.Time: request.Time = value; break;
        }
    }

    private static Fault ReadText(ref Utf8JsonReader reader, out string text)
    {
        text = "";
        if (reader.TokenType == JsonTokenType.Number)
        {
            text = Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan);
        }
        else if (reader.TokenType == JsonTokenType.String)
        {
            try
            {
                text = reader.GetString()!;
            }
            catch (InvalidOperationException)
            {
                return Fault.NotUnicode;
            }
        }
        else
        {
            reader.Skip();
            return Fault.NotText;
        }
        if (string.IsNullOrWhiteSpace(text)) return Fault.Empty;
        if (text.Length > MostCharacters && text.EnumerateRunes().Count() > MostCharacters) return Fault.TooLong;
        return text.AsSpan().IndexOfAnyInRange('\0', '\x1f') >= 0 ? Fault.NotUnicode : Fault.None;
    }

    private static Fault ReadNumber(ref Utf8JsonReader reader, double most, out double value)
    {
        value = 0;
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                if (!reader.TryGetDouble(out value)) return Fault.NotNumber;
                break;
            case JsonTokenType.String:
                if (ReadText(ref reader, out var text) != Fault.None) return Fault.NotNumber;
                if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) || double.IsNaN(value)) return Fault.NotNumber;
                break;
            default:
                reader.Skip();
                return Fault.NotNumber;
        }
        value += 0d; // negative zero becomes zero
        return value >= 0 && value <= most ? Fault.None : Fault.OutOfRange;
    }

    private enum Fault : byte
    {
        None,
        Missing,
        NotText,
        NotUnicode,
        Empty,
        TooLong,
        NotNumber,
        OutOfRange,
    }

    private sealed record Field(ServiceFields Flag, string Name, double Most = 0, string Unit = "", bool Required = true)
    {
        public byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(Name);

        public string Describe(Fault fault) => Name + fault switch
        {
            Fault.Missing => " 缺失",
            Fault.NotText => " 必须是文本",
            Fault.NotUnicode => " 含有非法字符",
            Fault.Empty => " 不能为空",
            Fault.TooLong => $" 太长（最多 {MostCharacters} 个字符）",
            Fault.NotNumber => " 必须是数字",
            _ => string.Create(CultureInfo.InvariantCulture, $" 超出范围（0–{Most:0}{Unit}）"),
        };
    }
}
