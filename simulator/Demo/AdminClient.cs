using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Sems.Simulator.Demo;

/// <summary>Asks the server's operator API what it has recorded.</summary>
public sealed class AdminClient : IDisposable
{
    private readonly HttpClient _http;

    /// <summary>Signs in by HTTP Basic as "admin".</summary>
    public AdminClient(Uri server, string password)
    {
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false }) { BaseAddress = server, Timeout = TimeSpan.FromSeconds(30) };
        _http.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("admin:" + password)));
    }

    /// <summary>Whether the server says it is ready.</summary>
    public async Task<bool> IsReadyAsync(CancellationToken cancellation)
    {
        try
        {
            using var response = await _http.GetAsync("health/ready", cancellation).ConfigureAwait(false);
            return (int)response.StatusCode == 200;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>Which engine the server says it runs; null where it does not say.</summary>
    /// <exception cref="HttpRequestException">It did not answer with success.</exception>
    public async Task<string?> EngineAsync(CancellationToken cancellation)
    {
        using var json = await GetAsync("health/ready", cancellation).ConfigureAwait(false);
        return json.RootElement.TryGetProperty("engine", out var engine) ? engine.GetString() : null;
    }

    /// <summary>What the server has recorded in all.</summary>
    /// <exception cref="HttpRequestException">It did not answer, or refused.</exception>
    /// <exception cref="InvalidDataException">The answer lacks a field that is needed.</exception>
    public async Task<ServerOverview> OverviewAsync(CancellationToken cancellation)
    {
        using var json = await GetAsync("api/admin/overview", cancellation).ConfigureAwait(false);
        return ServerOverview.Read(json.RootElement);
    }

    /// <summary>Gets a JSON document.</summary>
    /// <exception cref="HttpRequestException">It did not answer with success.</exception>
    /// <exception cref="JsonException">The answer is not JSON.</exception>
    public async Task<JsonDocument> GetAsync(string path, CancellationToken cancellation)
    {
        using var response = await _http.GetAsync(path, cancellation).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode) throw new HttpRequestException($"GET /{path}: status {(int)response.StatusCode}");
        var body = await response.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false);
        return JsonDocument.Parse(body);
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();
}
