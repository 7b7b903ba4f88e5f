using System.Net;

namespace Sems.Gateway.Tests;

public sealed class OutageTests
{
    [Theory]
    [InlineData("administrators")]
    [InlineData("charges")]
    public async Task The_operator_API_says_503_while_a_table_cannot_be_read_and_recovers(string table)
    {
        await using var gateway = await TestGateway.StartAsync();
        using var file = new DataFile(Path.Combine(gateway.Data, "sems.db"));
        file.Run($"ALTER TABLE {table} RENAME TO away");
        var refused = await gateway.Client.AdminAsync("/api/admin/charges");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, """{"message":"服务暂不可用，请稍后再试"}"""), (refused.Status, refused.Text));
        file.Run($"ALTER TABLE away RENAME TO {table}");
        Assert.Equal(HttpStatusCode.OK, (await gateway.Client.AdminAsync("/api/admin/charges")).Status);
    }
}
