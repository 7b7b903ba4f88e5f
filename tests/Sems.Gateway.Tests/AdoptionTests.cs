using Sems.Gateway.Hosting;
using Sems.Silo;
using Sems.Storage.Sqlite;

namespace Sems.Gateway.Tests;

/// <summary>A data directory of the other engine: kept out unless it is to be taken over, and then with everything in it.</summary>
public sealed class AdoptionTests
{
    private static readonly string Other = SiloEngine.Name == "orleans" ? "embedded" : "orleans";

    [Fact]
    public async Task A_directory_of_the_other_engine_is_taken_over_with_sessions_locks_and_samples()
    {
        var adopt = false;
        var told = new StringWriter();
        await using var gateway = await TestGateway.StartAsync(options => options with { Adopt = adopt, Output = told });
        (await gateway.Client.StartAsync("5sdf87e4", "0001", "0001")).MustBeDone();
        (await gateway.Client.SampleAsync("0001", "0001", 1.5, 1, 1000)).MustBeDone();
        await gateway.Client.ControlAsync("0001", "0003", "lock");
        var map = (await gateway.Client.PollAsync("0001")).Text;
        await gateway.CloseAsync();
        await BecomeOtherAsync(gateway);

        var refused = await Assert.ThrowsAsync<DataDirectoryException>(() => GatewayApp.StartAsync(gateway.Options()));
        Assert.Contains($"--engine {Other}", refused.Message, StringComparison.Ordinal);
        Assert.Contains("--adopt", refused.Message, StringComparison.Ordinal);

        adopt = true;
        await gateway.RestartAsync();
        Assert.Contains("grain states were carried over", told.ToString(), StringComparison.Ordinal);
        Assert.Equal(map, (await gateway.Client.PollAsync("0001")).Text);
        (await gateway.Client.SampleAsync("0001", "0001", 1.5, 2, 1010)).MustBeDone();
        (await gateway.Client.EndAsync("5sdf87e4", "0001", "0001")).MustBeDone();
        Assert.Equal(2, Assert.Single(await gateway.Client.ChargesAsync()).GetProperty("samples").GetInt32());

        adopt = false;
        await gateway.RestartAsync();
        Assert.Equal(SiloEngine.Name, (await File.ReadAllTextAsync(Marker(gateway))).Trim());
    }

    [Fact]
    public async Task What_was_adopted_replaces_older_states_of_this_engine()
    {
        var adopt = false;
        await using var gateway = await TestGateway.StartAsync(options => options with { Adopt = adopt });
        await gateway.Client.ControlAsync("0001", "0003", "lock");
        await gateway.CloseAsync();
        GrainStateFile.Create(StatesOf(gateway, Other), ""); // the other engine knows of no lock
        await File.WriteAllTextAsync(Marker(gateway), Other + "\n");

        adopt = true;
        await gateway.RestartAsync();
        Assert.DoesNotContain("\"3\"", (await gateway.Client.PollAsync("0001")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_directory_that_does_not_say_whose_it_is_but_has_data_is_refused_with_what_to_do(bool empty)
    {
        await using var gateway = await TestGateway.StartAsync();
        await gateway.CloseAsync();
        if (empty) await File.WriteAllTextAsync(Marker(gateway), "");
        else File.Delete(Marker(gateway));

        var refused = await Assert.ThrowsAsync<DataDirectoryException>(() => GatewayApp.StartAsync(gateway.Options()));
        Assert.Contains("write embedded or orleans into it", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_start_that_died_before_it_said_whose_the_directory_is_may_be_repeated()
    {
        using var directory = new TempDirectory();
        Directory.CreateDirectory(directory["data"]);
        var marker = Path.Combine(directory["data"], "engine");
        await File.WriteAllTextAsync(marker, "");
        DataDirectory.Open(directory["data"], SiloEngine.Name);
        Assert.Equal(SiloEngine.Name, (await File.ReadAllTextAsync(marker)).Trim());
    }

    [Fact]
    public async Task A_directory_another_engine_took_over_just_before_the_database_was_opened_is_left_to_it()
    {
        using var directory = new TempDirectory();
        var data = DataDirectory.Open(directory["data"], SiloEngine.Name);
        await File.WriteAllTextAsync(Path.Combine(directory["data"], "engine"), Other + "\n");
        Assert.Throws<DataDirectoryException>(() => data.Adopt(SiloEngine.Name));
    }

    /// <summary>Makes the directory look as the other engine would have left it.</summary>
    private static async Task BecomeOtherAsync(TestGateway gateway)
    {
        GrainStateFile.Copy(StatesOf(gateway, SiloEngine.Name), StatesOf(gateway, Other));
        using (var mine = new DataFile(StatesOf(gateway, SiloEngine.Name))) mine.Run("DELETE FROM grain_states");
        await File.WriteAllTextAsync(Marker(gateway), Other + "\n");
    }

    private static string StatesOf(TestGateway gateway, string engine) => Path.Combine(gateway.Data, engine == "orleans" ? "grains.db" : "sems.db");

    private static string Marker(TestGateway gateway) => Path.Combine(gateway.Data, "engine");
}
