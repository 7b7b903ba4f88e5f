using System.Text.Json;
using Sems.Storage.Curves;

namespace Sems.Gateway.Admin;

/// <summary>Writes samples as a <see cref="CurveView"/>, one by one.</summary>
/// <param name="samples">Those to draw, perhaps thinned.</param>
/// <param name="gaps">Pauses between the samples before they were thinned.</param>
internal sealed class CurveResult(IReadOnlyList<Sample> samples, IReadOnlyList<double[]> gaps) : IResult
{
    /// <summary>Samples further apart than this (s) have a gap between them.</summary>
    private const long LongestStep = 60;

    /// <summary>Pauses of more than a minute between samples: Unix seconds of the last one before and the first one after.</summary>
    public static IReadOnlyList<double[]> GapsOf(IReadOnlyList<Sample> samples)
    {
        var gaps = new List<double[]>();
        for (var i = 1; i < samples.Count; i++)
        {
            if (samples[i].Time - samples[i - 1].Time > LongestStep) gaps.Add([samples[i - 1].Time, samples[i].Time]);
        }

        return gaps;
    }

    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        await using var writer = new Utf8JsonWriter(httpContext.Response.BodyWriter);
        writer.WriteStartObject();
        writer.WriteStartArray("points"u8);
        foreach (var sample in samples)
        {
            Write(writer, sample);
            if (writer.BytesPending > 16 * 1024) await writer.FlushAsync(httpContext.RequestAborted);
        }
        writer.WriteEndArray();
        writer.WriteStartArray("gaps"u8);
        foreach (var gap in gaps)
        {
            writer.WriteStartArray();
            foreach (var edge in gap) writer.WriteNumberValue(edge);
            writer.WriteEndArray();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Writes one sample: time, A, V, energy counter, W.</summary>
    public static void Write(Utf8JsonWriter writer, in Sample sample)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(sample.Time);
        writer.WriteNumberValue(sample.CurrentA);
        Write(writer, sample.VoltageV);
        writer.WriteNumberValue(sample.Energy);
        Write(writer, sample.PowerW);
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, double? value)
    {
        if (value is { } number) writer.WriteNumberValue(number);
        else writer.WriteNullValue();
    }
}
