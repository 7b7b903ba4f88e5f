using Sems.Gateway.Hosting;
using Sems.Silo;

namespace Sems.Gateway.Tests.Orleans;

/// <summary>The file with the grain states is gone, the ledger is not.</summary>
public sealed class MissingStatesTests
{
    [Fact]
    public async Task An_open_charge_whose_state_is_lost_is_told_at_the_start_instead_of_being_forgotten()
    {
        await using var gateway = await TestGateway.StartAsync();
        (await gateway.Client.StartAsync("5sdf87e4", "0001", "0001")).MustBeDone();
        await gateway.CloseAsync();
        var states = Path.Combine(gateway.Data, "grains.db");
        File.Move(states, states + ".lost");

        var refused = await Assert.ThrowsAsync<DataDirectoryException>(() => GatewayApp.StartAsync(gateway.Options()));
        Assert.Contains("grains.db are missing", refused.Message, StringComparison.Ordinal);

        File.Move(states + ".lost", states);
        await gateway.RestartAsync();
        (await gateway.Client.EndAsync("5sdf87e4", "0001", "0001")).MustBeDone();
    }

    [Fact]
    public async Task Without_a_charge_there_is_nothing_to_miss()
    {
        await using var gateway = await TestGateway.StartAsync();
        await gateway.CloseAsync();
        File.Delete(Path.Combine(gateway.Data, "grains.db"));
        await gateway.RestartAsync();
    }
}
