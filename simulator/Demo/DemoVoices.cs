using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Sems.Simulator.Stations;
using Sems.Simulator.Students;

namespace Sems.Simulator.Demo;

/// <summary>
/// Students of a demo who use their page: they say how much was left when they plugged in, read off a gauge of ten bars. Batteries whose students say it
/// can be measured.
/// </summary>
public sealed class DemoVoices : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly Dictionary<string, Page> _pages = [];
    private readonly StationFleet _fleet;
    private readonly Uri _server;
    private readonly TimeProvider _time;

    /// <summary>For the students of a fleet who have a password.</summary>
    /// <param name="fleet">Where they charge.</param>
    /// <param name="server">Where their page is.</param>
    /// <param name="time">The real clock.</param>
    public DemoVoices(StationFleet fleet, Uri server, TimeProvider time) => (_fleet, _server, _time) = (fleet, server, time);

    /// <summary>Speaks until it is stopped. What cannot be said costs the demo nothing: it is said at the next look, or not at all.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Pause, _time);
        while (await timer.WaitForNextTickAsync(stop).ConfigureAwait(false))
        {
            foreach (var session in _fleet.Stations.SelectMany(s => s.Sessions).ToList())
            {
                if (session.Student is not { ByHand: false, Row.Password: not null } student || session.Ending) continue;
                if (!_pages.TryGetValue(student.Row.StudentNumber, out var page)) _pages[student.Row.StudentNumber] = page = new Page(_server, student);
                if (page.Told == session) continue;
                try
                {
                    if (await page.SayAsync(session, stop).ConfigureAwait(false)) page.Told = session;
                }
                catch (Exception e) when (e is HttpRequestException or JsonException || (e is OperationCanceledException && !stop.IsCancellationRequested))
                {
                    page.SignedOut();
                }
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var page in _pages.Values) page.Dispose();
    }

    /// <summary>A student's page in a browser.</summary>
    private sealed class Page(Uri server, Student student) : IDisposable
    {
        private const string Header = "X-SEMS-Antiforgery";

        private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, CookieContainer = new CookieContainer() })
        {
            BaseAddress = server,
            Timeout = TimeSpan.FromSeconds(10),
        };

        private string? _token;

        /// <summary>The session it has spoken of last.</summary>
        public ChargingSession? Told { get; set; }

        /// <summary>The next word needs a sign-in.</summary>
        public void SignedOut() => _token = null;

        /// <summary>Says how much was left; false when the server does not show the session yet.</summary>
        public async Task<bool> SayAsync(ChargingSession session, CancellationToken stop)
        {
            _token ??= await SignInAsync(stop).ConfigureAwait(false);
            using var home = await GetAsync("api/student/home", stop).ConfigureAwait(false);
            var charge = home.RootElement.GetProperty("sessions").EnumerateArray().Select(s => (long?)s.GetProperty("charge_id").GetInt64()).FirstOrDefault();
            if (charge is null) return false;
            var left = Math.Round(session.Visit.StateOfCharge * 10) * 10;
            using var reply = await SendAsync(HttpMethod.Put, $"api/student/charges/{charge}/left", new Dictionary<string, object> { ["percent"] = left }, stop).ConfigureAwait(false);
            return reply.IsSuccessStatusCode;
        }

        /// <inheritdoc/>
        public void Dispose() => _http.Dispose();

        private async Task<string> SignInAsync(CancellationToken stop)
        {
            _token = await TokenAsync(stop).ConfigureAwait(false);
            var body = new Dictionary<string, object> { ["user_name"] = student.Row.StudentNumber, ["password"] = student.Row.Password! };
            using var reply = await SendAsync(HttpMethod.Post, "api/student/session", body, stop).ConfigureAwait(false);
            reply.EnsureSuccessStatusCode();
            return await TokenAsync(stop).ConfigureAwait(false);
        }

        private async Task<string> TokenAsync(CancellationToken stop)
        {
            using var session = await GetAsync("api/student/session", stop).ConfigureAwait(false);
            return session.RootElement.GetProperty("antiforgery").GetString()!;
        }

        private async Task<JsonDocument> GetAsync(string path, CancellationToken stop)
        {
            using var reply = await _http.GetAsync(path, stop).ConfigureAwait(false);
            reply.EnsureSuccessStatusCode();
            return JsonDocument.Parse(await reply.Content.ReadAsByteArrayAsync(stop).ConfigureAwait(false));
        }

        private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object body, CancellationToken stop)
        {
            using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
            request.Headers.Add(Header, _token);
            return await _http.SendAsync(request, stop).ConfigureAwait(false);
        }
    }
}
