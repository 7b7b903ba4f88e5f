namespace Sems.Embedded;

/// <summary>What the engine needs of a grain class; <see cref="Grain"/> implements it.</summary>
public interface IGrainBase
{
    /// <summary>The activation this grain object lives in.</summary>
    IGrainContext GrainContext { get; }

    /// <summary>Runs after the persistent states are read and before the first call.</summary>
    /// <param name="token">Cancelled when the activation should give up.</param>
    Task OnActivateAsync(CancellationToken token) => Task.CompletedTask;

    /// <summary>Runs after the last call, before the grain object is dropped.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="token">Cancelled when the time allowed for it is over.</param>
    Task OnDeactivateAsync(DeactivationReason reason, CancellationToken token) => Task.CompletedTask;
}
