using System.Net;
using Sems.Gateway.Service.Counts;
using Sems.Gateway.Service.Limits;

namespace Sems.Gateway.Tests.Service;

public sealed class TokenBucketsTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void So_many_at_once_and_then_so_many_a_second()
    {
        var buckets = new TokenBuckets<string>(perSecond: 2, burst: 5, _clock);
        Assert.Equal(5, Enumerable.Range(0, 8).Count(_ => buckets.TryTake("a", out var _)));
        Assert.False(buckets.TryTake("a", out var wait));
        Assert.Equal(TimeSpan.FromSeconds(0.5), wait);
        Assert.True(buckets.TryTake("b", out _));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, Enumerable.Range(0, 8).Count(_ => buckets.TryTake("a", out var _)));
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(5, Enumerable.Range(0, 8).Count(_ => buckets.TryTake("a", out var _)));
    }

    [Fact]
    public void Buckets_of_the_idle_are_dropped_and_a_busy_one_is_not()
    {
        var buckets = new TokenBuckets<string>(perSecond: 1, burst: 10, _clock);
        for (var i = 0; i < 1_000; i++) buckets.TryTake("once " + i, out _);
        for (var i = 0; i < 10; i++) buckets.TryTake("busy", out _);
        Assert.Equal(1_001, buckets.Count);
        _clock.Advance(TimeSpan.FromSeconds(2));
        buckets.TryTake("new", out _);
        Assert.Equal(2, buckets.Count);
        Assert.Equal(2, Enumerable.Range(0, 8).Count(_ => buckets.TryTake("busy", out var _)));
    }

    [Fact]
    public void There_is_an_end_to_the_number_of_buckets_and_newcomers_share_one()
    {
        var buckets = new TokenBuckets<int>(perSecond: 1, burst: 3, _clock, most: 100);
        for (var i = 0; i < 100; i++) Assert.True(buckets.TryTake(i, out _));
        Assert.Equal(3, Enumerable.Range(1_000, 500).Count(i => buckets.TryTake(i, out var _)));
        Assert.Equal(100, buckets.Count);
        Assert.True(buckets.TryTake(7, out _));
    }

    [Fact]
    public void Many_at_once_get_no_more_than_there_is()
    {
        var buckets = new TokenBuckets<string>(perSecond: 1, burst: 1_000, _clock);
        var taken = 0;
        Parallel.For(0, 8_000, _ =>
        {
            if (buckets.TryTake("a", out var _)) Interlocked.Increment(ref taken);
        });
        Assert.Equal(1_000, taken);
    }

    [Theory]
    [InlineData("10.1.2.3", "10.1.2.3")]
    [InlineData("255.255.255.255", "255.255.255.255")]
    [InlineData("::ffff:10.1.2.3", "10.1.2.3")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64")]
    public void An_address_counts_as_itself_or_as_its_network(string address, string counted) =>
        Assert.Equal(counted, ClientAddress.Of(IPAddress.Parse(address)).ToString());

    [Fact]
    public void A_page_of_refusals_forgets_by_the_second_and_keeps_the_last_ten()
    {
        var page = new RefusalPage(RefusalReason.StationKey, _clock);
        for (var i = 0; i < 30; i++)
        {
            page.Add(default, $"g{i}");
            _clock.Advance(TimeSpan.FromSeconds(4));
        }
        var (lastMinute, recent) = page.Read();
        Assert.Equal((30, 14), (page.Count, lastMinute));
        Assert.Equal(["g29", "g28", "g27"], recent.Take(3).Select(r => r.Group));
        Assert.Equal(10, recent.Count);
        _clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(0, page.Read().LastMinute);
    }
}
