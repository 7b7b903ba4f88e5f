using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Sems.Grains.Pushes;
using Sems.Silo;
using Sems.Storage.Outbox;

namespace Sems.Grains.Tests.Pushes;

/// <summary>Push:Channel=none: pushes are kept and not sent.</summary>
public sealed class HeldPushTests : PushFixture
{
    protected override Dictionary<string, string?> Settings => new() { ["Push:Channel"] = "none" };

    [Fact]
    public async Task Pushes_stay_pending_and_nobody_stays_in_memory_for_them()
    {
        await AddAsync(7);
        Assert.Equal(0, await Silo.PushSweeper.SweepAsync(CancellationToken.None));
        await UntilAsync("no push grain is in memory", async () => (await Silo.ActiveAsync("push")).Count == 0);
        Clock.Advance(TimeSpan.FromMinutes(5));
        var push = (await FindAsync(7))!;
        Assert.Equal((PushState.Pending, 0), (push.State, push.Attempts));
        await Database.Outbox.RecordAsync(new PushAttempt(push.PushId, PushState.Dead, Clock.GetUtcNow(), null, "no"));
        Assert.True(await Grains.PushesOf(Student(7)).Retry(push.PushId, "rose"));
        Assert.Equal(PushState.Pending, (await FindAsync(7))!.State);
        Assert.Empty(Channel.Given);
    }

    [Theory]
    [InlineData("Wechat")]
    [InlineData("")]
    public void A_channel_there_is_not_is_refused(string name)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Push:Channel", name)]).Build();
        Assert.Equal($"Push:Channel must be log, wechat or none, it is '{name}'", Assert.Throws<FormatException>(() => new ServiceCollection().AddPushes(settings)).Message);
    }
}
