using System.Text.Json;
using Sems.Analysis.Charging;
using Sems.Storage.Curves;

namespace Sems.Gateway.Admin;

/// <summary>Writes samples as a <see cref="CurveView"/>, one by one.</summary>
/// <param name="samples">Those to draw, perhaps thinned.</param>
/// <param name="gaps">Pauses between the samples before they were thinned.</param>
internal sealed class CurveResult(IReadOnlyList<Sample> samples, IReadOnlyList<(double From, double To)> gaps) : IResult
{
    /// <summary>Reads a charge's curve.</summary>
    /// <param name="id">The charge; whether it may be seen was checked.</param>
    /// <param name="most">Thinned to so many samples; null for all.</param>
    /// <param name="curves">Where curves are.</param>
    /// <param name="cancel">To give up.</param>
    public static async Task<CurveResult> ReadAsync(long id, int? most, ICurveReader curves, CancellationToken cancel)
    {
        var samples = await curves.ReadAsync(id, cancel);
        var gaps = CurveGaps.Find(samples, s => s.Time);
        return new CurveResult(most is { } n ? Downsampling.LargestTriangles(samples, n, s => s.AtMs, s => s.CurrentA) : samples, gaps);
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
        foreach (var (from, to) in gaps)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(from);
            writer.WriteNumberValue(to);
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
