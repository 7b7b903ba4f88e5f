namespace Sems.Embedded;

/// <summary>A persistent state as the activation sees it: something to read before the grain activates.</summary>
internal interface IActivationState
{
    Task LoadAsync(CancellationToken cancellationToken);
}
