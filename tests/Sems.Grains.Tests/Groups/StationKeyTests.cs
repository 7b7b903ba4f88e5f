using Sems.GrainInterfaces;
using Sems.Grains.Groups;
using Sems.Grains.Tests.Support;
using Sems.Storage;

namespace Sems.Grains.Tests.Groups;

public class StationKeyTests : SiloFixture
{
    protected override Dictionary<string, string?> Settings => new() { ["Service:KeyOverlapHours"] = "1.5" };

    [Fact]
    public async Task A_key_is_told_once_and_kept_as_a_hash()
    {
        var answer = await Station().RotateKey(null, "admin");
        Assert.Equal(Refusal.None, answer.Refusal);
        Assert.Equal(32, answer.Key!.Length);
        Assert.Equal(StationKey.Hash(answer.Key), Assert.Single(await Database.Registry.StationKeysAsync()).Hash);
        Assert.DoesNotContain(answer.Key, answer.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rotation_keeps_the_keys_before_for_the_setting_or_for_what_is_said()
    {
        var one = (await Station().RotateKey(null, "admin")).Key!;
        var two = await Station().RotateKey(null, "admin");
        Assert.Equal(Clock.GetUtcNow().AddHours(1.5), two.FormerUntil);
        var three = await Station().RotateKey(TimeSpan.FromHours(3), "admin");
        Assert.Equal(Clock.GetUtcNow().AddHours(3), three.FormerUntil);
        Assert.Equal(3, new[] { one, two.Key!, three.Key! }.Distinct().Count());
        var keys = Assert.Single(await Database.Registry.StationKeysAsync());
        Assert.Equal(StationKey.Hash(three.Key!), keys.Hash);
        Assert.Equal(
            [(StationKey.Hash(one), 1.5), (StationKey.Hash(two.Key!), 3)],
            keys.Former.Select(f => (f.Hash, (f.Until - Clock.GetUtcNow()).TotalHours)).OrderBy(f => f.TotalHours));
        Assert.Null((await Station().RotateKey(TimeSpan.Zero, "admin")).FormerUntil);
        Assert.Empty(Assert.Single(await Database.Registry.StationKeysAsync()).Former);
    }

    [Fact]
    public async Task A_cleared_station_has_no_key_and_an_unknown_one_gets_none()
    {
        await Station().RotateKey(null, "admin");
        await Station().RotateKey(null, "admin");
        Assert.Equal(Refusal.None, await Station().ClearKey("admin"));
        var keys = Assert.Single(await Database.Registry.StationKeysAsync());
        Assert.Null(keys.Hash);
        Assert.Empty(keys.Former);
        Assert.Equal(new StationKeyAnswer(Refusal.GroupUnknown, null, null), await Station("9999").RotateKey(null, "admin"));
        Assert.Equal(Refusal.GroupUnknown, await Station("9999").ClearKey("admin"));
    }

    [Theory]
    [InlineData(FaultKind.Before)]
    [InlineData(FaultKind.After)]
    public async Task After_a_rotation_that_failed_the_stations_key_is_good_still(FaultKind kind)
    {
        var known = (await Station().RotateKey(null, "admin")).Key!;
        Database.FailWrite(1, kind);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Station().RotateKey(null, "admin"));
        Database.Heal();
        await Station().RotateKey(null, "admin");
        var keys = Assert.Single(await Database.Registry.StationKeysAsync());
        Assert.Contains(StationKey.Hash(known), keys.Former.Select(f => f.Hash));
    }
}
