using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Sems.Simulator.Wire;

/// <summary>Writes request bodies. Safe from any thread.</summary>
public static class ServiceRequests
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    /// <summary>Asks who a card belongs to.</summary>
    public static ServiceRequest CheckStudent(string card)
    {
        var json = Begin();
        json.WriteString("card_number"u8, card);
        return Finish(ServiceEndpoint.CheckStudent, json);
    }

    /// <summary>Begins a session.</summary>
    public static ServiceRequest Start(string card, string group, string ammeter) => Swipe(ServiceEndpoint.Start, card, group, ammeter);

    /// <summary>Ends a session.</summary>
    public static ServiceRequest End(string card, string group, string ammeter) => Swipe(ServiceEndpoint.End, card, group, ammeter);

    /// <summary>Asks what every meter of the station shall do.</summary>
    public static ServiceRequest AmmeterControl(string group)
    {
        var json = Begin();
        json.WriteString("ammeterGroup_number"u8, group);
        return Finish(ServiceEndpoint.AmmeterControl, json);
    }

    /// <summary>Asks what a meter's session costs.</summary>
    public static ServiceRequest Money(string group, string ammeter)
    {
        var json = Begin();
        WriteMeter(json, group, ammeter);
        return Finish(ServiceEndpoint.Money, json);
    }

    /// <summary>Sends one sample.</summary>
    public static ServiceRequest Charge(string group, string ammeter, Sample sample)
    {
        var json = Begin();
        json.WriteNumber("current_value"u8, sample.CurrentA);
        json.WriteNumber("energy_value"u8, sample.EnergyKwh);
        if (sample.VoltageV is { } voltage) json.WriteNumber("voltage_value"u8, voltage);
        if (sample.PowerW is { } power) json.WriteNumber("power_value"u8, power);
        WriteMeter(json, group, ammeter);
        json.WriteNumber("time"u8, sample.TimeS);
        return Finish(ServiceEndpoint.Charge, json);
    }

    /// <summary>Sends one sample whose numbers are written exactly as given (each must be a JSON number).</summary>
    public static ServiceRequest ChargeVerbatim(
        string group, string ammeter, string time, string current, string energy, string? voltage, string? power)
    {
        var json = Begin();
        WriteRaw(json, "current_value", current);
        WriteRaw(json, "energy_value", energy);
        if (voltage is not null) WriteRaw(json, "voltage_value", voltage);
        if (power is not null) WriteRaw(json, "power_value", power);
        WriteMeter(json, group, ammeter);
        WriteRaw(json, "time", time);
        return Finish(ServiceEndpoint.Charge, json);
    }

    private static ServiceRequest Swipe(ServiceEndpoint endpoint, string card, string group, string ammeter)
    {
        var json = Begin();
        json.WriteString("card_number"u8, card);
        WriteMeter(json, group, ammeter);
        return Finish(endpoint, json);
    }

    private static void WriteMeter(Utf8JsonWriter json, string group, string ammeter)
    {
        json.WriteString("ammeterGroup_number"u8, group);
        json.WriteString("ammeter_number"u8, ammeter);
    }

    private static void WriteRaw(Utf8JsonWriter json, string name, string number)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(number);
    }

    private static Utf8JsonWriter Begin()
    {
        var buffer = _buffer ??= new ArrayBufferWriter<byte>(512);
        buffer.ResetWrittenCount();
        var json = _writer ??= new Utf8JsonWriter(buffer, Options);
        json.Reset(buffer);
        json.WriteStartObject();
        return json;
    }

    private static ServiceRequest Finish(ServiceEndpoint endpoint, Utf8JsonWriter json)
    {
        json.WriteEndObject();
        json.Flush();
        return new ServiceRequest(endpoint, _buffer!.WrittenSpan.ToArray());
    }
}
