using Sems.Tests.Support;

namespace Sems.Gateway.Tests;

/// <summary>A gateway with five charges: three ended, one charging, one paused; oldest first in <see cref="Ids"/>.</summary>
public sealed class ChargeFixture : IAsyncLifetime
{
    public TestGateway Gateway { get; private set; } = null!;

    public SemsClient Client => Gateway.Client;

    public long[] Ids { get; private set; } = [];

    public async Task InitializeAsync()
    {
        Gateway = await TestGateway.StartAsync();
        await ChargeAsync("5sdf87e4", "0001", "0001");
        await ChargeAsync("rose-card", "0001", "0002");
        await ChargeAsync("5sdf87e4", "0002", "21652");
        (await Client.StartAsync("5sdf87e4", "0001", "0001")).MustBeDone();
        Gateway.Clock.Advance(TimeSpan.FromMinutes(1));
        (await Client.StartAsync("rose-card", "0002", "54855")).MustBeDone();
        Assert.Equal(200, (int)(await Client.ControlAsync("0002", "54855", "off")).Status);
        Ids = [.. (await Client.ChargesAsync()).Select(c => c.GetProperty("id").GetInt64()).Reverse()];
        Assert.Equal(5, Ids.Length);
    }

    public async Task DisposeAsync() => await Gateway.DisposeAsync();

    private async Task ChargeAsync(string card, string group, string ammeter)
    {
        (await Client.StartAsync(card, group, ammeter)).MustBeDone();
        (await Client.SampleAsync(group, ammeter, 2, 1, 1000)).MustBeDone();
        Gateway.Clock.Advance(TimeSpan.FromMinutes(30));
        (await Client.SampleAsync(group, ammeter, 2, 1.25, 2800)).MustBeDone();
        (await Client.EndAsync(card, group, ammeter)).MustBeDone();
    }
}
