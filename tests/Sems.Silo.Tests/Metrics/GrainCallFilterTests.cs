namespace Sems.Silo.Tests.Metrics;

public sealed class GrainCallFilterTests : IDisposable
{
    private readonly MetricsRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Fact]
    public async Task A_call_is_counted_under_its_grain_and_method()
    {
        await _rig.CallAsync("Charge", 1);
        await _rig.CallAsync("Charge", 1);
        await _rig.CallAsync("Money", 1);
        Assert.Equal(["AmmeterGrain.Charge 2", "AmmeterGrain.Money 1"], Counts());
    }

    [Fact]
    public async Task An_exception_is_a_failure_and_reaches_the_caller()
    {
        await _rig.CallAsync("Charge", 1);
        await Assert.ThrowsAsync<FormatException>(() => _rig.CallAsync("Charge", 1, fails: true));
        await Assert.ThrowsAsync<FormatException>(() => _rig.Filter.Invoke(FakeCall.Of("Charge", () => throw new FormatException())));
        await Assert.ThrowsAsync<FormatException>(() => _rig.Filter.Invoke(FakeCall.Of("Charge", async () =>
        {
            await Task.Yield();
            throw new FormatException();
        })));
        var method = Assert.Single(_rig.Statistics.Methods);
        Assert.Equal((4, 3), (method.Calls, method.Failures));
    }

    [Fact]
    public async Task A_call_that_waits_is_counted_when_it_ends()
    {
        var gate = new TaskCompletionSource();
        var call = _rig.Filter.Invoke(FakeCall.Of("Charge", () => gate.Task));
        Assert.Equal(["AmmeterGrain.Charge 0"], Counts());
        _rig.Clock.Advance(TimeSpan.FromMilliseconds(250));
        gate.SetResult();
        await call;
        Assert.Equal(["AmmeterGrain.Charge 1"], Counts());
        Assert.InRange(Numbers.Of(_rig.Statistics.LastMinute()).P50Ms!.Value, 250, 250 * 17.0 / 16);
    }

    [Fact]
    public async Task A_call_of_someone_elses_interface_passes_uncounted()
    {
        var passed = false;
        await _rig.Filter.Invoke(FakeCall.Of(nameof(IDisposable.Dispose), Pass, typeof(IDisposable)));
        Assert.True(passed);
        Assert.Empty(_rig.Statistics.Methods);

        Task Pass()
        {
            passed = true;
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task A_call_costs_no_memory_of_the_filters_once_its_method_is_known()
    {
        var call = FakeCall.Of("Charge", () => Task.CompletedTask);
        for (var i = 0; i < 1_000; i++) await _rig.Filter.Invoke(call);
        var method = _rig.Statistics.Of(call)!;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10_000; i++) _rig.Instruments.Record(method, i, failed: false);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private IEnumerable<string> Counts() => _rig.Statistics.Methods.Select(m => $"{m.Grain}.{m.Method} {m.Calls}").Order(StringComparer.Ordinal);
}
