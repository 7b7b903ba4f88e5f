using Sems.Storage.Curves;

namespace Sems.Storage.Postgres.Curves;

/// <summary>A sample that waits to be durable.</summary>
internal sealed class WaitingSample(long chargeId, in Sample sample) : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
{
    private readonly Sample _sample = sample;

    public long ChargeId { get; } = chargeId;

    public ref readonly Sample Sample => ref _sample;
}
