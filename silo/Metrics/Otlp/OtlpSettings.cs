using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Sems.Silo.Metrics.Otlp;

/// <summary>Where metrics are sent to.</summary>
/// <param name="Endpoint">A collector's address for metrics, OTLP as HTTP/protobuf; the setting Metrics:Otlp:Endpoint.</param>
/// <param name="Headers">Sent along, as "name=value,name=value"; the setting Metrics:Otlp:Headers.</param>
/// <param name="Period">How often, 1 s to 1 h; the setting Metrics:Otlp:Seconds, 15 s without one.</param>
internal sealed record OtlpSettings(Uri Endpoint, string? Headers, TimeSpan Period)
{
    private const string Section = "Metrics:Otlp:";
    private const string Path = "/v1/metrics";
    private const int Usual = 15;
    private const int Most = 3_600;

    /// <summary>Reads them; null when metrics are not sent.</summary>
    /// <exception cref="FormatException">A setting cannot be used.</exception>
    public static OtlpSettings? Read(IConfiguration configuration)
    {
        var text = configuration[Section + "Endpoint"];
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new FormatException($"{Section}Endpoint must be the address of a collector, such as http://127.0.0.1:4318, it is '{text}'");
        if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
            throw new FormatException($"{Section}Endpoint must be an address without user, query and fragment; what a collector wants to know goes into {Section}Headers");
        if (address.AbsolutePath == "/") address = new Uri(address, Path);
        return new OtlpSettings(address, ReadHeaders(configuration[Section + "Headers"]), ReadPeriod(configuration[Section + "Seconds"]));
    }

    /// <summary>Without the headers: what is printed ends up in logs.</summary>
    public override string ToString() => $"{Endpoint} every {Period.TotalSeconds} s";

    private static string? ReadHeaders(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        return text.Split(',').All(pair => pair.IndexOf('=', StringComparison.Ordinal) > 0)
            ? text : throw new FormatException($"{Section}Headers must be name=value, more of them parted by commas");
    }

    private static TimeSpan ReadPeriod(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return TimeSpan.FromSeconds(Usual);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= Most
            ? TimeSpan.FromSeconds(seconds) : throw new FormatException($"{Section}Seconds must be a whole number from 1 to {Most}, it is '{text}'");
    }
}
