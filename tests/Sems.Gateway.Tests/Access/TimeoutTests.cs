using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Sems.Gateway.Access;

namespace Sems.Gateway.Tests.Access;

public sealed class TimeoutTests
{
    /// <summary>What streams, for as long as somebody listens or reads.</summary>
    private static readonly string[] Streams =
        ["/api/admin/batteries.csv", "/api/admin/bills.csv", "/api/admin/charges.csv", "/api/admin/charges/{id:long}/curve.csv", "/api/admin/live", "/api/admin/students.csv"];

    [Fact]
    public async Task Every_route_has_a_time_limit_but_those_that_stream()
    {
        await using var gateway = await TestGateway.StartAsync();
        var routes = gateway.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText?.StartsWith("/api/admin", StringComparison.Ordinal) == true || e.RoutePattern.RawText?.StartsWith("/api/student", StringComparison.Ordinal) == true).ToList();
        Assert.Equal(Streams, routes.Where(e => e.Metadata.GetMetadata<DisableRequestTimeoutAttribute>() is not null).Select(e => e.RoutePattern.RawText!).Except(["/api/student/live"]).Order());
        Assert.All(routes, e => Assert.Equal(ApiTimeouts.Policy, e.Metadata.GetMetadata<RequestTimeoutAttribute>()?.PolicyName));
    }

    [Fact]
    public async Task What_takes_too_long_is_ended_and_said_so()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection([new("Api:TimeoutSeconds", "1")]);
        ApiTimeouts.Add(builder.Services, builder.Configuration);
        await using var web = builder.Build();
        web.Urls.Add("http://127.0.0.1:0");
        web.UseRequestTimeouts();
        web.MapGet("/slow", (CancellationToken cancel) => Task.Delay(Timeout.InfiniteTimeSpan, cancel)).WithRequestTimeout(ApiTimeouts.Policy);
        await web.StartAsync();
        using var http = new HttpClient();
        var reply = await Reply.ReadAsync(await http.GetAsync(web.Urls.First() + "/slow"));
        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, reply.Status);
        Assert.Equal("处理时间过长，请缩小范围后重试", reply.Json.GetProperty("message").GetString());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("601")]
    [InlineData("soon")]
    public void A_setting_that_is_not_understood_is_told(string text)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Api:TimeoutSeconds", text)]).Build();
        var fault = Assert.Throws<FormatException>(() => ApiTimeouts.Add(new ServiceCollection(), configuration));
        Assert.Contains("Api:TimeoutSeconds", fault.Message, StringComparison.Ordinal);
    }
}
