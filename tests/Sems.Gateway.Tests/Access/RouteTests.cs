using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Sems.Gateway.Tests.Access;

/// <summary>Who may ask for what: every route of the OpenAPI document.</summary>
public sealed class RouteTests(RouteFixture fixture) : IClassFixture<RouteFixture>
{
    public static TheoryData<string> Routes => [.. RouteTable.All.Select(r => r.ToString())];

    public static TheoryData<string> Guarded => [.. RouteTable.All.Where(r => r.Who != "anyone").Select(r => r.ToString())];

    public static TheoryData<string> ForAdministrators => [.. RouteTable.All.Where(r => r.Who == "adm").Select(r => r.ToString())];

    public static TheoryData<string> ForOperators => [.. RouteTable.All.Where(r => r.Who == "op").Select(r => r.ToString())];

    public static TheoryData<string> Changing => [.. RouteTable.All.Where(r => r.Changes).Select(r => r.ToString())];

    [Fact]
    public async Task Every_route_of_the_document_is_in_the_table()
    {
        var document = (await fixture.Gateway.Client.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/openapi/v1.json"))).Json;
        var routes = document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(o => $"{HttpMethod.Parse(o.Name)} {p.Name}"));
        Assert.Equal(RouteTable.All.Select(r => r.ToString()).Order(), routes.Where(r => !r.Contains(" /api/student/", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public void Every_route_of_the_API_is_in_the_document_and_says_who_may_ask()
    {
        var endpoints = fixture.Gateway.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.TrimStart('/').StartsWith("api/", StringComparison.Ordinal))
            .Where(e => !e.RoutePattern.RawText!.TrimStart('/').StartsWith("api/student/", StringComparison.OrdinalIgnoreCase)).ToList(); // those have a table of their own
        Assert.Equal(RouteTable.All.Count(r => r.Path.StartsWith("/api/", StringComparison.Ordinal)), endpoints.Count);
        Assert.All(endpoints, e => Assert.True(
            e.Metadata.GetMetadata<IAllowAnonymous>() is not null || e.Metadata.GetMetadata<IAuthorizeData>()?.Policy is not null, e.DisplayName));
    }

    [Theory]
    [MemberData(nameof(Guarded))]
    public async Task Nobody_signed_out_reaches_it(string route) => Expect(401, "signed_out", await SendAsync(fixture.Nobody, route));

    [Theory]
    [MemberData(nameof(ForAdministrators))]
    public async Task An_operator_cannot_do_an_administrators_work(string route) => await ChangesNothingAsync(
        async () => Expect(403, "role", await SendAsync(fixture.Operator, route)));

    [Theory]
    [MemberData(nameof(ForOperators))]
    public async Task An_operator_may(string route) => Assert.DoesNotContain((int)(await SendAsync(fixture.Operator, route)).Status, new[] { 401, 403, 405, 500 });

    [Theory]
    [MemberData(nameof(Changing))]
    public async Task Nothing_is_changed_without_the_token(string route)
    {
        foreach (var token in new[] { "", "nonsense", fixture.Operator.Token })
            await ChangesNothingAsync(async () => Expect(403, "antiforgery", await SendAsync(fixture.Administrator, route, token)));
    }

    [Theory]
    [MemberData(nameof(Guarded))]
    public async Task Whoever_must_change_the_password_can_do_nothing_else(string route)
    {
        if (RouteTable.All.Single(r => r.ToString() == route).Who == "self") return;
        await ChangesNothingAsync(async () => Expect(403, "must_change_password", await SendAsync(fixture.Newcomer, route)));
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Every_reply_has_the_headers_that_keep_browsers_careful(string route)
    {
        var reply = await SendAsync(fixture.Nobody, route, token: "");
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("DENY", Header("X-Frame-Options"));
        Assert.Equal("same-origin", Header("Referrer-Policy"));
        Assert.Contains("frame-ancestors 'none'", Header("Content-Security-Policy"), StringComparison.Ordinal);
        if (route.Contains("/api/", StringComparison.Ordinal)) Assert.Equal("no-store", Header("Cache-Control"));

        string Header(string name) => string.Join(' ', reply.Message.Headers.GetValues(name));
    }

    [Fact]
    public async Task Operations_have_names_of_their_own_and_tell_of_refusals()
    {
        var document = (await fixture.Gateway.Client.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/openapi/v1.json"))).Json;
        var operations = document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(o => (Path: p.Name, o.Value))).ToList();
        var ids = operations.Select(o => o.Value.GetProperty("operationId").GetString()!).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(ids, id => Assert.Matches("^[a-z][A-Za-z0-9]+$", id));
        Assert.All(operations.Where(o => o.Path.StartsWith("/api/admin", StringComparison.Ordinal)), o =>
        {
            foreach (var status in new[] { "401", "403", "429", "503" }) Assert.True(o.Value.GetProperty("responses").TryGetProperty(status, out _), o.Path);
            Assert.Equal(2, o.Value.GetProperty("security").GetArrayLength());
        });
    }

    private static void Expect(int status, string code, Reply reply) =>
        Assert.Equal((status, code), ((int)reply.Status, reply.Text.StartsWith('{') && reply.Json.TryGetProperty("code", out var said) ? said.GetString() : reply.Text));

    private static Task<Reply> SendAsync(WebSession session, string name, string? token = null)
    {
        var route = RouteTable.All.Single(r => r.ToString() == name);
        return session.SendAsync(route.Method, route.Address, route.Changes ? "{}" : null, token);
    }

    /// <summary>Whatever administrators change is in the audit log.</summary>
    private async Task ChangesNothingAsync(Func<Task> act)
    {
        var before = await StateAsync();
        await act();
        Assert.Equal(before, await StateAsync());
    }

    private async Task<string> StateAsync()
    {
        var audit = (await fixture.Gateway.Client.AdminAsync("/api/admin/audit?pageSize=1")).Json.GetProperty("total").GetInt64();
        var accounts = (await fixture.Gateway.Client.AdminAsync("/api/admin/administrators")).Text;
        var keys = (await fixture.Gateway.Client.AdminAsync("/api/admin/stations/0001")).Text;
        return JsonSerializer.Serialize(new { audit, accounts, keys });
    }
}
