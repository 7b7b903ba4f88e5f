using System.Text.Json;
using Sems.Silo;

namespace Sems.Gateway.Tests;

/// <summary>The data of the Cluster page.</summary>
public sealed class ClusterTests
{
    [Fact]
    public async Task It_shows_the_silo_its_grains_and_their_calls()
    {
        await using var gateway = await TestGateway.StartAsync(("Metrics:ReportSeconds", "0.1"));
        (await gateway.Client.StartAsync("5sdf87e4", "0001", "0001")).MustBeDone();
        for (var i = 0; i < 3; i++) (await gateway.Client.SampleAsync("0001", "0001", 1.5, 1 + i, null)).MustBeDone();

        var cluster = await UntilAsync(gateway, c => Method(c, "AmmeterGrain", "Charge") is { } m && m.GetProperty("calls_per_second").GetDouble() > 0);
        Assert.Equal(SiloEngine.Name, cluster.GetProperty("engine").GetString());
        var silo = cluster.GetProperty("silos").EnumerateArray().Single();
        Assert.Equal("alive", silo.GetProperty("state").GetString());
        Assert.False(string.IsNullOrEmpty(silo.GetProperty("name").GetString()));
        Assert.False(string.IsNullOrEmpty(silo.GetProperty("address").GetString()));
        Assert.InRange(silo.GetProperty("rss_bytes").GetInt64(), 1_000_000, long.MaxValue);
        Assert.InRange(silo.GetProperty("managed_bytes").GetInt64(), 1_000, long.MaxValue);
        Assert.True(silo.GetProperty("since").GetDateTimeOffset() <= silo.GetProperty("last_seen").GetDateTimeOffset());
        Assert.Equal(JsonValueKind.Array, cluster.GetProperty("points").ValueKind);
        var storage = silo.GetProperty("storage");
        Assert.True(storage.GetProperty("commits_per_second").GetDouble() > 0);
        Assert.InRange(storage.GetProperty("p50_ms").GetDouble(), 0.001, storage.GetProperty("p99_ms").GetDouble());
        Assert.InRange(storage.GetProperty("queue").GetInt32(), 0, 100);
        Assert.Equal(SiloEngine.Name == "embedded" ? JsonValueKind.Number : JsonValueKind.Null, silo.GetProperty("waiting_calls").ValueKind);

        var charge = Method(cluster, "AmmeterGrain", "Charge")!.Value;
        Assert.Equal(0, charge.GetProperty("failures").GetInt32());
        Assert.True(charge.GetProperty("p50_ms").GetDouble() > 0);
        Assert.True(charge.GetProperty("p50_ms").GetDouble() <= charge.GetProperty("p99_ms").GetDouble());
        foreach (var grain in (string[])["AmmeterGrain", "StudentGrain", "ClusterGrain"])
            Assert.Contains(cluster.GetProperty("activations").EnumerateArray(), a => a.GetProperty("grain").GetString() == grain && a.GetProperty("count").GetInt32() > 0);
        Assert.All(cluster.GetProperty("methods").EnumerateArray(), m => Assert.Contains(m.GetProperty("grain").GetString(), Grains));
    }

    [Fact]
    public async Task A_refusal_is_no_failure_but_storage_that_fails_is_one()
    {
        await using var gateway = await TestGateway.StartAsync(("Metrics:ReportSeconds", "0.1"));
        Assert.NotEqual(Done, (await gateway.Client.StartAsync("no-such-card", "0001", "0001")).Text);
        var refused = await UntilAsync(gateway, c => Method(c, "AmmeterGrain", "Start") is not null);
        Assert.Equal(0, Method(refused, "AmmeterGrain", "Start")!.Value.GetProperty("failures").GetInt32());

        using var file = new DataFile(Path.Combine(gateway.Data, "sems.db"));
        file.Run("ALTER TABLE cards RENAME TO cards_away");
        Assert.NotEqual(Done, (await gateway.Client.StartAsync("5sdf87e4", "0001", "0001")).Text);
        await UntilAsync(gateway, c => Method(c, "AmmeterGrain", "Start")!.Value.GetProperty("failures").GetInt32() > 0);
        file.Run("ALTER TABLE cards_away RENAME TO cards");
    }

    private const string Done = """{"result":1}""";
    private static readonly string[] Grains = ["AmmeterGrain", "AmmeterGroupGrain", "StudentGrain", "CardGrain", "ClusterGrain", "LearningGrain"];

    private static async Task<JsonElement> UntilAsync(TestGateway gateway, Func<JsonElement, bool> condition)
    {
        JsonElement cluster = default;
        await Waiting.UntilAsync(() => "the cluster says so: " + cluster, async () =>
        {
            var reply = await gateway.Client.AdminAsync("/api/admin/cluster");
            Assert.Equal(200, (int)reply.Status);
            return condition(cluster = reply.Json);
        });
        return cluster;
    }

    private static JsonElement? Method(JsonElement cluster, string grain, string method)
    {
        foreach (var row in cluster.GetProperty("methods").EnumerateArray())
        {
            if (row.GetProperty("grain").GetString() == grain && row.GetProperty("method").GetString() == method) return row;
        }
        return null;
    }
}
