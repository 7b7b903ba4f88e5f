using Sems.Gateway.Hosting;
using Sems.Storage;

namespace Sems.Gateway.Tests.Embedded;

/// <summary>Orleans' states are in a file of their own, which may be missing; the embedded engine's are in the database itself.</summary>
public sealed class AdoptionWithoutStatesTests
{
    [Fact]
    public async Task Missing_states_refuse_the_start_and_leave_the_directory_as_it_was()
    {
        var adopt = false;
        await using var gateway = await TestGateway.StartAsync(options => options with { Adopt = adopt });
        await gateway.CloseAsync();
        var marker = Path.Combine(gateway.Data, "engine");
        await File.WriteAllTextAsync(marker, "orleans\n");
        adopt = true;
        var refused = await Assert.ThrowsAsync<StorageUnavailableException>(() => GatewayApp.StartAsync(gateway.Options()));
        Assert.Contains("grains.db", refused.Message, StringComparison.Ordinal);
        Assert.Equal("orleans\n", await File.ReadAllTextAsync(marker));
    }
}
