using Sems.Silo.Sweeping;

namespace Sems.Silo.Tests;

public sealed class DueListTests
{
    private static readonly DateTimeOffset T = new(2026, 3, 2, 4, 0, 0, TimeSpan.Zero);
    private readonly DueList<string> _list = new();

    [Fact]
    public void Whoever_is_due_is_taken_once_earliest_first()
    {
        Set("c", 30);
        Set("a", 10);
        Set("b", 20);
        Assert.Equal(T.AddSeconds(10), _list.First);
        Assert.Empty(_list.Take(T.AddSeconds(9)));
        Assert.Equal(["a", "b"], _list.Take(T.AddSeconds(20)));
        Assert.Empty(_list.Take(T.AddSeconds(29)));
        Assert.True(_list.Contains("c"));
        Assert.False(_list.Contains("a"));
    }

    [Fact]
    public void A_new_time_takes_the_place_of_the_one_before()
    {
        Set("a", 10);
        Set("b", 20);
        Set("a", 30);
        Set("b", 15);
        Set("b", 20);
        Assert.Equal(["b"], _list.Take(T.AddSeconds(25)));
        Assert.Equal(["a"], _list.Take(T.AddSeconds(30)));
        Assert.Null(_list.First);
    }

    [Fact]
    public void No_time_means_no_call()
    {
        Set("a", 10);
        _list.Set("a", null);
        Assert.False(_list.Contains("a"));
        Assert.Empty(_list.Take(T.AddHours(1)));
        Assert.Equal(0, _list.Count);
    }

    [Fact]
    public void Twenty_thousand_that_are_set_again_and_again_leave_nothing_behind()
    {
        for (var round = 0; round < 20; round++)
            for (var i = 0; i < 20_000; i++) _list.Set(i.ToString(), T.AddSeconds((i % 60) + round));
        Assert.Equal(20_000, _list.Count);
        Assert.Equal(20_000, _list.Take(T.AddSeconds(79)).Count);
        Assert.Equal((0, null), (_list.Count, _list.First));
    }

    private void Set(string key, int seconds) => _list.Set(key, T.AddSeconds(seconds));
}
