using System.Text.Json;
using Sems.Storage.Curves;

namespace Sems.Gateway.Admin;

/// <summary>Writes samples as a <see cref="CurveView"/>, one by one.</summary>
internal sealed class CurveResult(IReadOnlyList<Sample> samples) : IResult
{
    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        await using var writer = new Utf8JsonWriter(httpContext.Response.BodyWriter);
        writer.WriteStartObject();
        writer.WriteStartArray("points"u8);
        foreach (var sample in samples)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(sample.Time);
            writer.WriteNumberValue(sample.CurrentA);
            Write(writer, sample.VoltageV);
            writer.WriteNumberValue(sample.Energy);
            Write(writer, sample.PowerW);
            writer.WriteEndArray();
            if (writer.BytesPending > 16 * 1024) await writer.FlushAsync(httpContext.RequestAborted);
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, double? value)
    {
        if (value is { } number) writer.WriteNumberValue(number);
        else writer.WriteNullValue();
    }
}
