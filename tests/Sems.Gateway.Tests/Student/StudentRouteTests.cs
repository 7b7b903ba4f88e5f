using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Sems.Gateway.Tests.Access;

namespace Sems.Gateway.Tests.Student;

/// <summary>What one student reaches of another: nothing, by any route of the OpenAPI document.</summary>
public sealed class StudentRouteTests(StudentRouteFixture fixture) : IClassFixture<StudentRouteFixture>
{
    public static TheoryData<string> Routes => Where(_ => true);

    public static TheoryData<string> Guarded => Where(r => r.Whose != "anyone");

    public static TheoryData<string> Changing => Where(r => r.Changes);

    public static TheoryData<string> OfCharges => Where(r => r.NeedsCharge);

    public static TheoryData<string> Reading => Where(r => r is { Changes: false, NeedsCharge: false, Path: not "/api/student/live" });

    public static TheoryData<string> Administrators =>
        [.. RouteTable.All.Where(r => r.Path.StartsWith("/api/admin/", StringComparison.Ordinal)).Select(r => r.ToString())];

    [Fact]
    public async Task Every_route_of_the_document_is_in_the_table() =>
        Assert.Equal(StudentRouteTable.All.Select(r => r.Key).Order(), (await fixture.DocumentAsync()).Order());

    [Fact]
    public void Every_route_is_in_the_document_and_says_who_may_ask()
    {
        var endpoints = fixture.Gateway.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => ("/" + e.RoutePattern.RawText!.TrimStart('/')).StartsWith("/api/student/", StringComparison.OrdinalIgnoreCase)).ToList();
        Assert.NotEmpty(endpoints);
        Assert.All(endpoints, e =>
        {
            var method = e.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Single();
            var route = Find(StudentRouteTable.Route.KeyOf(HttpMethod.Parse(method), e.RoutePattern.RawText!));
            Assert.Equal(route.Whose == "anyone", e.Metadata.GetMetadata<IAllowAnonymous>() is not null);
            Assert.Contains(e.Metadata.GetOrderedMetadata<IAuthorizeData>(), a => a.Policy == "student");
        });
    }

    [Theory]
    [MemberData(nameof(Guarded))]
    public async Task Who_is_signed_out_is_told_to_sign_in(string name)
    {
        var route = Find(name);
        var reply = await SendAsync(fixture.Nobody, route, fixture.Open);
        Assert.Equal((401, """{"message":"请先登录","code":"signed_out","retry_after_seconds":null}"""), ((int)reply.Status, reply.Text));
        Assert.Empty(reply.Message.Headers.WwwAuthenticate);
    }

    [Theory]
    [MemberData(nameof(Guarded))]
    public async Task An_administrator_is_nobody_here(string name)
    {
        var route = Find(name);
        Assert.Equal(401, (int)(await SendAsync(fixture.Administrator, route, fixture.Open)).Status);
        var basic = route.Changes
            ? await fixture.Gateway.Client.AdminSendAsync(route.Method, route.Address(fixture.Open), route.Body)
            : await fixture.Gateway.Client.AdminAsync(route.Address(fixture.Open));
        Assert.Equal((401, 0), ((int)basic.Status, basic.Message.Headers.WwwAuthenticate.Count));
    }

    [Theory]
    [MemberData(nameof(Administrators))]
    public async Task A_student_is_nobody_there(string name)
    {
        var route = RouteTable.All.Single(r => r.ToString() == name);
        Assert.Equal(401, (int)(await fixture.Jack.SendAsync(route.Method, route.Address, route.Changes ? "{}" : null)).Status);
    }

    [Theory]
    [MemberData(nameof(Changing))]
    public async Task Nothing_is_changed_without_the_token(string name)
    {
        var route = Find(name);
        var before = await fixture.StateAsync();
        foreach (var token in new[] { "", "nonsense", fixture.Rose.Token, fixture.Administrator.Token })
        {
            var reply = await SendAsync(fixture.Jack, route, fixture.Open, token);
            Assert.Equal((403, "antiforgery"), ((int)reply.Status, reply.Json.GetProperty("code").GetString()));
        }
        Assert.Equal(before, await fixture.StateAsync());
    }

    [Theory]
    [MemberData(nameof(OfCharges))]
    public async Task Anothers_charge_is_answered_as_one_that_is_not_there(string name)
    {
        var route = Find(name);
        var before = await fixture.StateAsync();
        var missing = await SendAsync(fixture.Rose, route, StudentRouteFixture.NoCharge);
        Assert.Equal(404, (int)missing.Status);
        foreach (var charge in new[] { fixture.Open, fixture.Ended, 0, -1, long.MaxValue })
        {
            var reply = await SendAsync(fixture.Rose, route, charge);
            Assert.Equal((missing.Status, missing.Text), (reply.Status, reply.Text));
        }
        Assert.Equal(before, await fixture.StateAsync());
    }

    [Theory]
    [MemberData(nameof(OfCharges))]
    public async Task Ones_own_is_reached(string name)
    {
        var route = Find(name);
        var charges = route.Whose switch { "open" => [fixture.Open], "bill" => [fixture.Ended], _ => new[] { fixture.Open, fixture.Ended } };
        foreach (var charge in charges) Assert.Equal(200, (int)(await SendAsync(fixture.Jack, route, charge)).Status);
    }

    [Theory]
    [MemberData(nameof(Reading))]
    public async Task Nothing_of_another_student_is_in_what_one_reads(string name)
    {
        var route = Find(name);
        var reply = await SendAsync(fixture.Rose, route, fixture.Open);
        if (!route.Path.StartsWith("/api/student/wechat/", StringComparison.Ordinal)) Assert.Equal(200, (int)reply.Status);
        foreach (var secret in StudentRouteFixture.OfJack) Assert.DoesNotContain(secret, reply.Text, StringComparison.Ordinal);
        foreach (var charge in new[] { fixture.Open, fixture.Ended }) Assert.DoesNotContain($"\"charge_id\":{charge},", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_others_charge_is_not_told_live_either()
    {
        var missing = await fixture.Rose.SendAsync(HttpMethod.Get, $"/api/student/live?topics=session:{StudentRouteFixture.NoCharge}");
        Assert.InRange((int)missing.Status, 400, 404);
        foreach (var charge in new[] { fixture.Open, fixture.Ended })
        {
            var reply = await fixture.Rose.SendAsync(HttpMethod.Get, $"/api/student/live?topics=session:{charge}");
            Assert.Equal((missing.Status, missing.Text), (reply.Status, reply.Text));
        }
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Every_reply_has_the_headers_that_keep_browsers_careful(string name)
    {
        var route = Find(name);
        var reply = await SendAsync(fixture.Nobody, route, fixture.Open, token: "");
        foreach (var (header, value) in new[] { ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin"), ("Cache-Control", "no-store") })
            Assert.Equal(value, string.Join(' ', reply.Message.Headers.GetValues(header)));
    }

    private static TheoryData<string> Where(Func<StudentRouteTable.Route, bool> which) => [.. StudentRouteTable.All.Where(which).Select(r => r.Key)];

    private static StudentRouteTable.Route Find(string key) => StudentRouteTable.All.Single(r => r.Key == key);

    private static Task<Reply> SendAsync(WebSession session, StudentRouteTable.Route route, long charge, string? token = null) =>
        session.SendAsync(route.Method, route.Address(charge), route.Changes ? route.Body ?? "{}" : null, token);
}
