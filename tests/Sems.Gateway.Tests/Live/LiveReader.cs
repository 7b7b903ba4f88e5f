using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Sems.Gateway.Tests.Live;

/// <summary>Reads a stream of server-sent events as a browser does.</summary>
internal sealed class LiveReader : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly HttpResponseMessage _response;
    private readonly StreamReader _lines;
    private readonly CancellationTokenSource _limit = new(Patience);

    private LiveReader(HttpResponseMessage response, Stream body)
    {
        _response = response;
        _lines = new StreamReader(body, Encoding.UTF8);
    }

    public HttpResponseMessage Response => _response;

    public static async Task<LiveReader> OpenAsync(TestGateway gateway, string topics)
    {
        var response = await SendAsync(gateway, topics);
        Assert.Equal(200, (int)response.StatusCode);
        return new LiveReader(response, await response.Content.ReadAsStreamAsync());
    }

    /// <summary>A student's stream.</summary>
    public static async Task<LiveReader> OpenAsync(WebSession student, string topics)
    {
        var response = await student.StreamAsync("/api/student/live?topics=" + topics);
        Assert.Equal(200, (int)response.StatusCode);
        return new LiveReader(response, await response.Content.ReadAsStreamAsync());
    }

    public static Task<HttpResponseMessage> SendAsync(TestGateway gateway, string topics, string password = SemsClient.AdminPassword)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/admin/live?topics=" + topics);
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("admin:" + password)));
        return gateway.Client.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>The next event; null at the end of the stream.</summary>
    public async Task<(string Name, JsonElement Data)?> NextAsync()
    {
        var name = "";
        var data = "";
        while (await _lines.ReadLineAsync(_limit.Token) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal)) name = line[7..];
            else if (line.StartsWith("data: ", StringComparison.Ordinal)) data = line[6..];
            else if (line.StartsWith(':')) Comments.Add(line);
            else if (line.Length == 0 && data.Length > 0) return (name, JsonElement.Parse(data));
        }
        return null;
    }

    public List<string> Comments { get; } = [];

    /// <summary>The next event of this name; others are passed over.</summary>
    public async Task<JsonElement> NextAsync(string name, Func<JsonElement, bool>? such = null)
    {
        while (await NextAsync() is { } next)
            if (next.Name == name && such?.Invoke(next.Data) != false) return next.Data;
        throw new EndOfStreamException($"the stream ended before {name}");
    }

    /// <summary>Reads to the end.</summary>
    public async Task EndAsync()
    {
        while (await NextAsync() is not null) ;
    }

    public void Dispose()
    {
        _response.Dispose();
        _lines.Dispose();
        _limit.Dispose();
    }
}
