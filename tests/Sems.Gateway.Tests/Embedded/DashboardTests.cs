namespace Sems.Gateway.Tests.Embedded;

/// <summary>Where Orleans' dashboard would be.</summary>
public sealed class DashboardTests(TestGateway gateway) : IClassFixture<TestGateway>
{
    [Theory]
    [InlineData("/admin/orleans")]
    [InlineData("/admin/orleans/")]
    [InlineData("/admin/orleans/index.css")]
    public async Task It_is_said_to_belong_to_Orleans(string path) =>
        (await Reply.ReadAsync(await gateway.Client.Http.GetAsync(path))).MustSay(404, "Orleans 控制台只在 Orleans 引擎下提供，当前为内置引擎（embedded）");
}
