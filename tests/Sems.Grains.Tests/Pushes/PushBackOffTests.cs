using Sems.Grains.Pushes;

namespace Sems.Grains.Tests.Pushes;

public sealed class PushBackOffTests
{
    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 10)]
    [InlineData(3, 20)]
    [InlineData(8, 640)]
    [InlineData(10, 2560)]
    [InlineData(11, 3600)]
    public void The_pause_doubles_up_to_an_hour_give_or_take_a_fifth(int attempts, double seconds)
    {
        var pauses = Enumerable.Range(1, 1000).Select(push => PushBackOff.Pause(push, attempts, null)!.Value.TotalSeconds / seconds).ToList();
        Assert.All(pauses, p => Assert.InRange(p, 0.8, 1.2));
        Assert.InRange(pauses.Average(), 0.98, 1.02);
        for (var tenth = 0.8; tenth < 1.15; tenth += 0.1) Assert.InRange(pauses.Count(p => p >= tenth && p < tenth + 0.1), 200, 300);
    }

    [Theory]
    [InlineData(12)]
    [InlineData(13)]
    public void After_the_last_try_there_is_none(int attempts) => Assert.Null(PushBackOff.Pause(1, attempts, TimeSpan.FromSeconds(1)));

    [Theory]
    [InlineData(1, 60, 60)]
    [InlineData(1, 360 * 60, 360 * 60)]
    [InlineData(1, 100_000_000, 360 * 60)]
    public void What_the_channel_asks_for_is_heeded_within_reason(int attempts, double asked, double expected) =>
        Assert.Equal(TimeSpan.FromSeconds(expected), PushBackOff.Pause(7, attempts, TimeSpan.FromSeconds(asked)));

    [Fact]
    public void It_is_not_hurried_and_the_same_again_is_the_same()
    {
        Assert.Equal(PushBackOff.Pause(7, 5, null), PushBackOff.Pause(7, 5, TimeSpan.FromSeconds(1)));
        Assert.NotEqual(PushBackOff.Pause(7, 5, null), PushBackOff.Pause(8, 5, null));
    }
}
