using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Sems.GrainInterfaces;

namespace Sems.Gateway.Service;

/// <summary>Writes the replies that carry data.</summary>
public static class ServiceWriter
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    /// <summary>checkStudent.</summary>
    public static ReadOnlyMemory<byte> Student(StudentCheck? student)
    {
        var writer = Begin();
        if (student is null)
        {
            writer.WriteNull("student_number"u8);
        }
        else
        {
            WriteStudentNumber(writer, student.StudentNumber);
            if (student.UserName is { } name) writer.WriteString("username"u8, JsonEncodedText.Encode(name, PlainJsonEncoder.Instance));
            else writer.WriteNull("username"u8);
        }
        var refusal = student?.Refusal ?? Refusal.CardUnknown;
        writer.WriteNumber("result"u8, refusal == Refusal.None ? 1 : 0);
        if (refusal != Refusal.None) writer.WriteString("message"u8, ServiceReplies.Words(refusal));
        return End(writer);
    }

    /// <summary>AmmeterControl.</summary>
    public static ReadOnlyMemory<byte> Control(ControlMap map)
    {
        if (!map.Known) return ServiceReplies.Of(Refusal.GroupUnknown);
        var writer = Begin();
        foreach (var entry in map.Entries) writer.WriteString(entry.Ammeter, Level(entry.Level));
        return End(writer);
    }

    /// <summary>money.</summary>
    public static ReadOnlyMemory<byte> Money(MoneyAnswer answer)
    {
        var writer = Begin();
        Span<char> digits = stackalloc char[24];
        answer.Money.Yuan.TryFormat(digits, out var length, "0.00", CultureInfo.InvariantCulture);
        writer.WritePropertyName("money"u8);
        writer.WriteRawValue(digits[..length], skipInputValidation: true);
        if (answer.Refusal != Refusal.None)
        {
            writer.WriteNumber("result"u8, 0);
            writer.WriteString("message"u8, ServiceReplies.Words(answer.Refusal));
        }
        return End(writer);
    }

    private static ReadOnlySpan<byte> Level(ControlLevel level) => level switch
    {
        ControlLevel.On => "1"u8,
        ControlLevel.Off => "0"u8,
        ControlLevel.Release => "2"u8,
        _ => "3"u8,
    };

    /// <summary>A number where it reads back as the same text, else a string.</summary>
    private static void WriteStudentNumber(Utf8JsonWriter writer, string number)
    {
        if (long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && (number[0] != '0' || number.Length == 1))
            writer.WriteNumber("student_number"u8, value);
        else
            writer.WriteString("student_number"u8, number);
    }

    private static Utf8JsonWriter Begin()
    {
        var buffer = _buffer ??= new ArrayBufferWriter<byte>(1024);
        buffer.ResetWrittenCount();
        var writer = _writer ??= new Utf8JsonWriter(buffer, Options);
        writer.Reset();
        writer.WriteStartObject();
        return writer;
    }

    private static ReadOnlyMemory<byte> End(Utf8JsonWriter writer)
    {
        writer.WriteEndObject();
        writer.Flush();
        return _buffer!.WrittenSpan.ToArray();
    }
}
