using Sems.Grains.Cluster;

namespace Sems.Silo.Metrics;

/// <summary>Counts and times every call of SEMS's own grains, on either engine. It sits on every call: docs/metrics.md says what it costs.</summary>
internal sealed class GrainCallFilter(CallStatistics statistics, GrainInstruments instruments, MachineClock clock) : IIncomingGrainCallFilter
{
    private readonly TimeProvider _time = clock.Time;
    private readonly double _nanosecondsPerTick = 1e9 / clock.Time.TimestampFrequency;

    /// <inheritdoc />
    public Task Invoke(IIncomingGrainCallContext context)
    {
        if (statistics.Of(context) is not { } method) return context.Invoke();
        var began = _time.GetTimestamp();
        Task call;
        try
        {
            call = context.Invoke();
        }
        catch
        {
            Count(method, began, failed: true);
            throw;
        }
        if (!call.IsCompleted) return FollowAsync(call, method, began);
        Count(method, began, !call.IsCompletedSuccessfully);
        return call;
    }

    private async Task FollowAsync(Task call, MethodCalls method, long began)
    {
        var failed = true;
        try
        {
            await call.ConfigureAwait(false); // nothing of the grain runs after it
            failed = false;
        }
        finally
        {
            Count(method, began, failed);
        }
    }

    private void Count(MethodCalls method, long began, bool failed) =>
        instruments.Record(method, (long)((_time.GetTimestamp() - began) * _nanosecondsPerTick), failed);
}
