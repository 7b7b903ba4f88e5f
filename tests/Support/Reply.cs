using System.Net;
using System.Text;
using System.Text.Json;

namespace Sems.Tests.Support;

/// <summary>What came back over HTTP, byte for byte.</summary>
public sealed record Reply(HttpStatusCode Status, string? ContentType, byte[] Bytes, HttpResponseMessage Message)
{
    /// <summary>The body as text.</summary>
    public string Text { get; } = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Bytes);

    /// <summary>The body as JSON.</summary>
    public JsonElement Json => JsonDocument.Parse(Bytes).RootElement;

    public static async Task<Reply> ReadAsync(HttpResponseMessage response) =>
        new(response.StatusCode, response.Content.Headers.ContentType?.ToString(), await response.Content.ReadAsByteArrayAsync(), response);

    /// <summary>The station protocol's answer, to the letter: status, content type, length and every byte.</summary>
    public void MustBe(int status, string body)
    {
        Assert.Equal($"{status} {body}", $"{(int)Status} {Text}");
        Assert.Equal("application/json; charset=utf-8", ContentType);
        Assert.Equal(Encoding.UTF8.GetBytes(body), Bytes);
        Assert.Equal(Bytes.Length, Message.Content.Headers.ContentLength);
    }

    /// <summary>Done: 200 and nothing but the result.</summary>
    public void MustBeDone() => MustBe(200, """{"result":1}""");
}
