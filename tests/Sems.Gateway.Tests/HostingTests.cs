using System.Text.Json;
using System.Text.RegularExpressions;
using Sems.Gateway.Hosting;
using Sems.Silo;
using Sems.Storage;

namespace Sems.Gateway.Tests;

/// <summary>Starting, health, the data directory, the administrator.</summary>
public sealed partial class HostingTests
{
    [Fact]
    public async Task Health_says_live_and_ready()
    {
        await using var gateway = await TestGateway.StartAsync();
        Assert.Equal($$"""{"status":"live","engine":"{{SiloEngine.Name}}"}""", await gateway.Client.Http.GetStringAsync("/health/live"));
        Assert.Equal($$"""{"status":"ready","engine":"{{SiloEngine.Name}}"}""", await gateway.Client.Http.GetStringAsync("/health/ready"));
    }

    [Fact]
    public async Task While_the_data_cannot_be_written_it_is_live_but_not_ready()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var file = new DataFile(Path.Combine(gateway.Data, "sems.db"));
        file.Run("BEGIN IMMEDIATE");
        var ready = await Reply.ReadAsync(await gateway.Client.Http.GetAsync("/health/ready"));
        Assert.Equal(503, (int)ready.Status);
        Assert.StartsWith("storage: ", ready.Json.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal(200, (int)(await gateway.Client.Http.GetAsync("/health/live")).StatusCode);
        file.Run("ROLLBACK");
        Assert.Equal(200, (int)(await gateway.Client.Http.GetAsync("/health/ready")).StatusCode);
    }

    [Fact]
    public async Task The_OpenAPI_document_lists_what_there_is()
    {
        await using var gateway = await TestGateway.StartAsync();
        var document = (await Reply.ReadAsync(await gateway.Client.Http.GetAsync("/openapi/v1.json"))).Json;
        Assert.StartsWith("3.", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var paths = document.GetProperty("paths").EnumerateObject().Select(p => p.Name).ToList();
        foreach (var path in (string[])[
            "/api/admin/overview", "/api/admin/stations/{group}", "/api/admin/ammeters/{group}/{ammeter}",
            "/api/admin/ammeters/{group}/{ammeter}/control", "/api/admin/charges", "/api/admin/charges/{id}", "/api/admin/charges/{id}/curve",
            "/api/admin/cluster", "/api/admin/bills", "/api/admin/bills/{chargeId}", "/api/admin/bills/{chargeId}/pay",
            "/api/admin/bills/{chargeId}/waive", "/api/admin/bills/{chargeId}/reopen", "/api/admin/students/{number}/account",
            "/api/admin/service", "/api/admin/stations/{group}/key",
            "/health/live", "/health/ready"])
        {
            Assert.Contains(path, paths);
        }
        var control = document.GetProperty("paths").GetProperty("/api/admin/ammeters/{group}/{ammeter}/control");
        Assert.Equal(JsonValueKind.Object, control.GetProperty("post").ValueKind);
        Assert.Equal(["200", "400", "401", "403", "404", "409", "429", "503"], control.GetProperty("post").GetProperty("responses").EnumerateObject().Select(r => r.Name).Order());
    }

    [Fact]
    public async Task An_import_tells_its_counts_and_names_bad_rows()
    {
        using var directory = new TempDirectory();
        Campus.WriteTo(directory["campus"],
            students: "student_number,card_number,username,blocked\n1,card-1,ann,0\n,card-2,bob,0\n3,card-3,cem,2\n4,card-1,dan,0\n",
            stations: "ammeterGroup_number,name,latitude\n0001,东门,91\n0002,西门,31\n",
            ammeters: "ammeterGroup_number,ammeter_number\n0002,1\n0003,1\n");
        var told = new StringWriter();
        await using var gateway = await TestGateway.StartAsync(options =>
            options with { Import = directory["campus"], Output = TextWriter.Synchronized(told) });
        var lines = told.ToString().Split('\n');
        Assert.Contains("Imported students.csv: 4 rows read, 1 stored, 3 skipped", lines);
        Assert.Contains("Imported stations.csv: 2 rows read, 1 stored, 1 skipped", lines);
        Assert.Contains("Imported ammeters.csv: 2 rows read, 1 stored, 1 skipped", lines);
        foreach (var bad in (string[])["students.csv 第 3 行：", "students.csv 第 4 行：", "students.csv 第 5 行：", "stations.csv 第 2 行：", "ammeters.csv 第 3 行："])
            Assert.Contains(lines, l => l.StartsWith("  " + bad, StringComparison.Ordinal));
        (await gateway.Client.StartAsync("card-1", "0002", "1")).MustBeDone();
    }

    [Fact]
    public async Task A_second_start_on_the_same_data_is_refused_and_does_not_harm_the_first()
    {
        await using var gateway = await TestGateway.StartAsync();
        var refused = await Assert.ThrowsAsync<StorageUnavailableException>(() => GatewayApp.StartAsync(gateway.Options()));
        Assert.Contains(gateway.Data, refused.Message, StringComparison.Ordinal);
        Assert.Contains("in use by another SEMS", refused.Message, StringComparison.Ordinal);
        (await gateway.Client.StartAsync("5sdf87e4", "0001", "0001")).MustBeDone();
    }

    [Fact]
    public async Task Data_made_by_another_engine_is_refused_with_what_to_do()
    {
        await using var gateway = await TestGateway.StartAsync();
        await gateway.CloseAsync();
        await File.WriteAllTextAsync(Path.Combine(gateway.Data, "engine"), "steam\n");
        var refused = await Assert.ThrowsAsync<DataDirectoryException>(() => GatewayApp.StartAsync(gateway.Options()));
        Assert.Contains("made by the steam engine", refused.Message, StringComparison.Ordinal);
        Assert.Contains("--engine steam", refused.Message, StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(gateway.Data, "engine"), SiloEngine.Name + "\n");
        await gateway.RestartAsync();
    }

    [Fact]
    public async Task The_administrators_password_is_made_once_kept_and_replaced_by_the_option()
    {
        string? given = null;
        var told = new StringWriter();
        await using var gateway = await TestGateway.StartAsync(options => options with { AdminPassword = given, Output = told });
        var made = Password().Match(told.ToString()).Groups[1].Value;
        Assert.Equal(16, made.Length);
        Assert.Equal(200, await OverviewAsync(made));

        told.GetStringBuilder().Clear();
        await gateway.RestartAsync();
        Assert.DoesNotContain("password", told.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(200, await OverviewAsync(made));

        given = "another one";
        await gateway.RestartAsync();
        Assert.Equal(401, await OverviewAsync(made));
        Assert.Equal(200, await OverviewAsync(given));
        Assert.DoesNotContain(given, told.ToString(), StringComparison.Ordinal);

        given = null;
        await gateway.RestartAsync();
        Assert.Equal(200, await OverviewAsync("another one"));

        async Task<int> OverviewAsync(string password) => (int)(await gateway.Client.AdminAsync("/api/admin/overview", password)).Status;
    }

    [GeneratedRegex("Administrator \"admin\" was made with the password ([A-Za-z0-9]+) ")]
    private static partial Regex Password();
}
