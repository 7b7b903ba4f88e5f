using System.Net.Http.Headers;
using Sems.Gateway.Metrics;
using Sems.Silo;
using Sems.Storage.Sqlite.Faults;

namespace Sems.Gateway.Tests.Metrics;

/// <summary>What Prometheus reads.</summary>
public sealed class MetricsTests
{
    private const string Token = "0123456789abcdef";

    [Fact]
    public async Task It_tells_of_the_campus_its_grains_its_requests_and_the_runtime()
    {
        var faults = new StorageFaults(seed: 1);
        await using var gateway = await TestGateway.StartAsync(options => options with
        {
            Faults = faults,
            Settings = new Dictionary<string, string?> { ["Metrics:ReportSeconds"] = "0.1", ["Metrics:Open"] = "true" },
        });
        (await gateway.Client.StartAsync("5sdf87e4", "0001", "0001")).MustBeDone();
        (await gateway.Client.SampleAsync("0001", "0001", 1.5, 1, 1000)).MustBeDone();
        (await gateway.Client.StartAsync("bob-card", "0001", "0002")).Json.GetProperty("result");

        var page = await ReadAsync(gateway);
        Assert.Equal((1, 1), (page["sems_sessions_open"], page["sems_samples_stored_total"]));
        Assert.Equal((1, 1), (page["sems_storage_up"], page["sems_info", $"{{engine=\"{SiloEngine.Name}\"}}"]));
        Assert.Equal((2, "counter"), (page["sems_service_requests_total", "{call=\"start\",outcome=\"answered\"}"], page.TypeOf("sems_service_requests_total")));
        Assert.Equal(1, page["sems_grain_calls_total", "{grain=\"AmmeterGrain\",method=\"Charge\"}"]);
        Assert.Equal(0, page["sems_pushes", "{state=\"dead\"}"]);
        Assert.True(page["dotnet_process_memory_working_set_bytes"] > 10_000_000);
        Assert.Contains("kestrel_active_connections", page.Names);
        await Waiting.UntilAsync("grains and commits are counted",
            async () => (await ReadAsync(gateway)).Names is var names && names.Contains("sems_grain_activations") && names.Contains("sems_storage_commit_percentile_seconds"));
        page = await ReadAsync(gateway);
        Assert.True(page["sems_storage_commits_total"] >= 2);
        Assert.InRange(page["sems_storage_queue"], 0, 10);
        Assert.InRange(page["sems_storage_commit_percentile_seconds", "{quantile=\"0.99\"}"], 0.000_001, 60);
        Assert.Equal(SiloEngine.Name == "embedded", page.Names.Contains("sems_grain_waiting_calls"));

        faults.Begin(StorageFault.IoError);
        var without = await ReadAsync(gateway);
        Assert.Equal((0, false), (without["sems_storage_up"], without.Names.Contains("sems_alarms_open")));
        Assert.Contains("sems_grain_calls_total", without.Names);
        faults.End();
    }

    [Fact]
    public async Task It_is_for_operators_and_for_who_knows_the_token()
    {
        await using var gateway = await TestGateway.StartAsync(("Metrics:Token", Token));
        Assert.Equal(401, await StatusAsync(null));
        Assert.Equal(200, await StatusAsync(new AuthenticationHeaderValue("Bearer", Token)));
        Assert.Equal(401, await StatusAsync(new AuthenticationHeaderValue("Bearer", Token + "0")));
        Assert.Equal(200, (int)(await gateway.Client.AdminAsync("/metrics")).Status);
        Assert.Equal(401, (int)(await gateway.Client.AdminAsync("/metrics", "wrong")).Status);

        async Task<int> StatusAsync(AuthenticationHeaderValue? header)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
            request.Headers.Authorization = header;
            using var reply = await gateway.Client.Http.SendAsync(request);
            return (int)reply.StatusCode;
        }
    }

    [Theory]
    [InlineData("Metrics:Open", "perhaps", "Metrics:Open must be true or false, it is 'perhaps'")]
    [InlineData("Metrics:Token", "short", "Metrics:Token must have 16 characters at least")]
    public async Task A_setting_that_cannot_be_used_keeps_it_from_starting(string name, string value, string words) =>
        Assert.Equal(words, (await Assert.ThrowsAsync<FormatException>(() => TestGateway.StartAsync((name, value)))).Message);

    [Theory]
    [InlineData("sems.grain.calls", "{call}", true, "sems_grain_calls_total")]
    [InlineData("dotnet.gc.pause.time", "s", true, "dotnet_gc_pause_time_seconds_total")]
    [InlineData("dotnet.process.memory.working_set", "By", false, "dotnet_process_memory_working_set_bytes")]
    [InlineData("kestrel.active_connections", "{connection}", false, "kestrel_active_connections")]
    [InlineData("9-lives", null, false, "_9_lives")]
    public void Names_are_as_Prometheus_wants_them(string name, string? unit, bool grows, string made) => Assert.Equal(made, PrometheusText.Name(name, unit, grows));

    [Fact]
    public void What_is_in_labels_and_help_is_escaped()
    {
        var text = new PrometheusText();
        text.Add("a", "gauge", "back\\slash\nline", "l", ("quo\"te\\ and\nline", 1e21), ("b", -0.5));
        Assert.Equal("# HELP a back\\\\slash\\nline\n# TYPE a gauge\na{l=\"b\"} -0.5\na{l=\"quo\\\"te\\\\ and\\nline\"} 1E+21\n", text.ToString());
        Assert.Equal(-0.5, new PrometheusPage(text.ToString())["a", "{l=\"b\"}"]);
    }

    private static async Task<PrometheusPage> ReadAsync(TestGateway gateway)
    {
        using var reply = await gateway.Client.Http.GetAsync("/metrics");
        Assert.Equal((200, "text/plain; version=0.0.4; charset=utf-8"), ((int)reply.StatusCode, reply.Content.Headers.ContentType?.ToString()));
        return new PrometheusPage(await reply.Content.ReadAsStringAsync());
    }
}
