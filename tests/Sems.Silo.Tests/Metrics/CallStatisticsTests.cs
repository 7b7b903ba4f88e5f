using Sems.Silo.Metrics;

namespace Sems.Silo.Tests.Metrics;

public sealed class CallStatisticsTests : IDisposable
{
    private readonly MetricsRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task Before_a_minute_has_passed_the_rate_is_since_the_start()
    {
        await _rig.CallAsync("Charge", 0);
        await _rig.CallAsync("Charge", 0);
        _rig.Pass(TimeSpan.FromSeconds(10));
        Assert.Equal(0.2, Numbers.Of(_rig.Statistics.LastMinute()).PerSecond);
    }

    [Fact]
    public async Task The_last_minute_rolls()
    {
        for (var second = 0; second < 300; second += 5)
        {
            for (var i = 0; i < 10; i++) await _rig.CallAsync("Charge", 0);
            _rig.Pass(TimeSpan.FromSeconds(5));
        }
        var minute = _rig.Statistics.LastMinute();
        Assert.Equal((60, 120, 2), (minute.Seconds, Numbers.Calls(minute), Numbers.Of(minute).PerSecond));

        _rig.Pass(TimeSpan.FromSeconds(30));
        Assert.Equal((60, 60), (_rig.Statistics.LastMinute().Seconds, Numbers.Calls(_rig.Statistics.LastMinute())));
        _rig.Pass(TimeSpan.FromSeconds(30));
        Assert.Empty(_rig.Statistics.LastMinute().Methods);
    }

    [Fact]
    public async Task Failures_leave_the_last_minute_too()
    {
        await Assert.ThrowsAsync<FormatException>(() => _rig.CallAsync("Charge", 1, fails: true));
        _rig.Pass(TimeSpan.FromSeconds(30));
        Assert.Equal(1, Numbers.Of(_rig.Statistics.LastMinute()).Failures);
        _rig.Pass(TimeSpan.FromSeconds(65));
        Assert.Equal(0, Numbers.Of(_rig.Statistics.LastMinute()).Failures);
        Assert.Equal(1, _rig.Statistics.Methods.Single().Failures);
    }

    [Fact]
    public async Task Quantiles_are_at_most_a_sixteenth_above_the_truth()
    {
        for (var i = 1; i <= 1_000; i++) await _rig.CallAsync("Charge", i / 100.0);
        var numbers = Numbers.Of(_rig.Statistics.LastMinute());
        Assert.InRange(numbers.P50Ms!.Value, 5.0, 5.0 * 17 / 16);
        Assert.InRange(numbers.P99Ms!.Value, 9.9, 9.9 * 17 / 16);
    }

    [Fact]
    public async Task Each_minute_of_the_last_hour_has_its_own_calls()
    {
        for (var minute = 0; minute < 65; minute++)
        {
            for (var i = 0; i <= minute; i++) await _rig.CallAsync("Charge", 0);
            _rig.Pass(TimeSpan.FromMinutes(1));
        }
        var minutes = _rig.Statistics.Minutes;
        Assert.Equal(CallStatistics.MostMinutes, minutes.Count);
        Assert.Equal(Enumerable.Range(6, 60), minutes.Select(m => (int)Numbers.Calls(m)));
        Assert.Equal(Enumerable.Range(5, 60).Select(m => ManualTimeProvider.Start.AddMinutes(m)), minutes.Select(m => m.At));
        Assert.All(minutes, m => Assert.Equal(60, m.Seconds));
    }

    [Fact]
    public void A_minute_without_calls_is_a_minute_all_the_same()
    {
        _rig.Pass(TimeSpan.FromMinutes(3));
        Assert.Equal([0, 0, 0], _rig.Statistics.Minutes.Select(m => m.Methods.Length));
    }

    [Fact]
    public async Task Counting_from_many_threads_while_the_counts_are_taken_loses_nothing()
    {
        var calls = Task.Run(() => Parallel.For(0, 100_000, i => _rig.Filter.Invoke(FakeCall.Of("Charge", () => Task.CompletedTask))));
        while (!calls.IsCompleted) _rig.Pass(TimeSpan.FromSeconds(30));
        await calls;
        _rig.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(100_000, _rig.Statistics.Methods.Sum(m => m.Calls));
    }
}
