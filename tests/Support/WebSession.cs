using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Sems.GrainInterfaces;
using Sems.Silo;
using Sems.Storage;

namespace Sems.Tests.Support;

/// <summary>Speaks to a running SEMS as a page in a browser does: by cookies, with the token against forged requests.</summary>
public sealed class WebSession : IDisposable
{
    /// <summary>Where students sign in.</summary>
    public const string StudentSession = "/api/student/session";

    /// <summary>The password of students that <see cref="StudentAsync"/> signs in.</summary>
    public const string StudentPassword = "a student's password";

    /// <summary>The header a page proves itself by.</summary>
    public const string Header = "X-SEMS-Antiforgery";

    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http;
    private readonly string _session;

    /// <param name="address">Of the server.</param>
    /// <param name="session">Where one signs in: administrators and operators, or students at <see cref="StudentSession"/>.</param>
    public WebSession(Uri address, string session = "/api/session") =>
        (_session, _http) = (session, new HttpClient(new SocketsHttpHandler { UseProxy = false, CookieContainer = _cookies }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(60) });

    /// <summary>What GET /api/session told last.</summary>
    public string Token { get; private set; } = "";

    /// <summary>What the browser keeps.</summary>
    public CookieCollection Cookies => _cookies.GetAllCookies();

    /// <summary>Puts a cookie into the browser, as a server would have set it.</summary>
    public void Keep(string name, string value) => _cookies.Add(_http.BaseAddress!, new Cookie(name, value));

    /// <summary>One that is signed in.</summary>
    public static async Task<WebSession> SignedInAsync(SemsClient client, string userName = "admin", string password = SemsClient.AdminPassword)
    {
        var session = new WebSession(client.Http.BaseAddress!);
        await session.MustSignInAsync(userName, password);
        return session;
    }

    /// <summary>A student of the roster's browser, signed in; one without a password is given <see cref="StudentPassword"/> first.</summary>
    public static async Task<WebSession> StudentAsync(TestGateway gateway, string studentNumber = "1030412535", string password = StudentPassword)
    {
        var student = await gateway.Services.GetRequiredService<IDatabaseReader>().Registry.FindStudentAsync(studentNumber);
        if (student!.PasswordHash is null)
        {
            var grain = gateway.Services.GetRequiredService<IGrainFactory>().GetGrain<IStudentGrain>(studentNumber);
            Assert.Equal(Refusal.None, await grain.Register(student.UserName ?? studentNumber, AdministratorAccount.Hash(password)));
        }
        var session = new WebSession(gateway.Client.Http.BaseAddress!, StudentSession);
        await session.MustSignInAsync(studentNumber, password);
        return session;
    }

    /// <summary>Who is signed in; keeps the token.</summary>
    public async Task<JsonElement> OpenAsync()
    {
        var reply = await SendAsync(HttpMethod.Get, _session);
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Token = reply.Json.GetProperty("antiforgery").GetString()!;
        return reply.Json;
    }

    /// <summary>Signs in; keeps the token.</summary>
    public async Task<Reply> SignInAsync(string userName, string password)
    {
        if (Token == "") await OpenAsync();
        var reply = await SendAsync(HttpMethod.Post, _session, JsonSerializer.Serialize(new { user_name = userName, password }));
        if (reply.Status == HttpStatusCode.OK) Token = reply.Json.GetProperty("antiforgery").GetString()!;
        return reply;
    }

    /// <summary>A request as a page makes it.</summary>
    /// <param name="token">Null for the right one, "" for none.</param>
    public async Task<Reply> SendAsync(HttpMethod method, string path, string? body = null, string? token = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.Add("Sec-Fetch-Dest", "empty");
        if (method != HttpMethod.Get && (token ?? Token) is { Length: > 0 } proof) request.Headers.Add(Header, proof);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        return await Reply.ReadAsync(await _http.SendAsync(request));
    }

    /// <summary>The answer to a GET as it begins, for a stream.</summary>
    public Task<HttpResponseMessage> StreamAsync(string path) => _http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);

    /// <summary>Just the status of a GET.</summary>
    public async Task<int> GetAsync(string path) => (int)(await SendAsync(HttpMethod.Get, path)).Status;

    private async Task MustSignInAsync(string userName, string password)
    {
        var reply = await SignInAsync(userName, password);
        Assert.Equal((HttpStatusCode.OK, ""), (reply.Status, reply.Status == HttpStatusCode.OK ? "" : reply.Text));
    }

    public void Dispose() => _http.Dispose();
}
