using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Options;
using HttpJson = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Sems.Gateway.Live;

/// <summary>Writes what streams tell in the very JSON of the operator API's replies.</summary>
internal sealed class LiveJson(IOptions<HttpJson> options)
{
    private readonly JsonSerializerOptions _options = options.Value.SerializerOptions;

    public byte[] Of<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, (JsonTypeInfo<T>)_options.GetTypeInfo(typeof(T)));

    public byte[] OrNull<T>(T? value) where T : class => value is null ? "null"u8.ToArray() : Of(value);

    /// <summary>A string as JSON.</summary>
    public static byte[] Text(string text) => [.. "\""u8, .. JsonEncodedText.Encode(text).EncodedUtf8Bytes, .. "\""u8];
}
