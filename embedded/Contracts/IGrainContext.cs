namespace Sems.Embedded;

/// <summary>The activation of a grain, seen from the grain.</summary>
public interface IGrainContext
{
    /// <summary>Which grain this is.</summary>
    GrainId GrainId { get; }

    /// <summary>The grain object, once it is constructed.</summary>
    object? GrainInstance { get; }

    /// <summary>The services the grain was built from.</summary>
    IServiceProvider ActivationServices { get; }

    /// <summary>Deactivates the grain once its running calls have finished; later calls meet a new activation.</summary>
    /// <param name="deactivationReason">Handed to <see cref="IGrainBase.OnDeactivateAsync"/>.</param>
    /// <param name="cancellationToken">Not used: deactivation has a time limit of its own.</param>
    void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default);
}
