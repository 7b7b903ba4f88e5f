using Sems.GrainInterfaces;
using Sems.Grains.Tests.Support;
using Sems.Storage;
using Sems.Storage.Alarms;

namespace Sems.Grains.Tests.Alarms;

/// <summary>People acknowledge and clear the alarms of a station.</summary>
public sealed class AlarmGrainTests : SiloFixture
{
    [Fact]
    public async Task A_step_is_made_once_and_kept_with_who_and_when()
    {
        var alarm = await RaiseAsync("0001");
        var grain = Grains.GetGrain<IAlarmGrain>("0001");
        Assert.Equal(AlarmAnswer.Changed, await grain.Acknowledge(alarm, "rose"));
        Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(AlarmAnswer.Unchanged, await grain.Acknowledge(alarm, "jack"));
        Assert.Equal(AlarmAnswer.Changed, await grain.Clear(alarm, "jack"));
        Assert.Equal(AlarmAnswer.Unchanged, await grain.Clear(alarm, "rose"));
        var kept = (await Database.Alarms.FindAlarmAsync(alarm))!;
        Assert.Equal(("rose", "jack"), (kept.AcknowledgedBy, kept.ClearedBy));
        Assert.Equal((ManualTimeProvider.Start, Clock.GetUtcNow()), (kept.AcknowledgedAt, kept.ClearedAt));
    }

    [Fact]
    public async Task An_alarm_of_another_station_or_none_is_unknown()
    {
        var alarm = await RaiseAsync("0002");
        var grain = Grains.GetGrain<IAlarmGrain>("0001");
        Assert.Equal(AlarmAnswer.AlarmUnknown, await grain.Acknowledge(alarm, "rose"));
        Assert.Equal(AlarmAnswer.AlarmUnknown, await grain.Clear(alarm, "rose"));
        Assert.Equal(AlarmAnswer.AlarmUnknown, await grain.Clear(999, "rose"));
        var kept = (await Database.Alarms.FindAlarmAsync(alarm))!;
        Assert.Equal((null, null), (kept.AcknowledgedBy, kept.ClearedBy));
    }

    [Theory]
    [InlineData(FaultKind.Before)]
    [InlineData(FaultKind.After)]
    public async Task A_step_that_could_not_be_stored_is_told_and_can_be_made_again(FaultKind kind)
    {
        var alarm = await RaiseAsync("0001");
        Database.FailWrite(1, kind);
        var grain = Grains.GetGrain<IAlarmGrain>("0001");
        await Assert.ThrowsAsync<StorageUnavailableException>(() => grain.Clear(alarm, "rose"));
        Assert.Equal(kind == FaultKind.Before ? AlarmAnswer.Changed : AlarmAnswer.Unchanged, await grain.Clear(alarm, "rose"));
        Assert.False((await Database.Alarms.FindAlarmAsync(alarm))!.IsOpen);
    }

    private async Task<long> RaiseAsync(string group)
    {
        await Database.Alarms.RaiseAsync(new AlarmRaise("1", group, "A", "over_current", AlarmSeverity.Danger, 7, "12.5 A", Clock.GetUtcNow()));
        return (await Database.Alarms.FindOpenAlarmAsync(group, "A", "over_current"))!.AlarmId;
    }
}
