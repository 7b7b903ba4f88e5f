namespace Sems.Gateway.Live;

/// <summary>Looks at a topic.</summary>
internal interface ILiveSource
{
    /// <summary>Between looks.</summary>
    TimeSpan Period { get; }

    /// <summary>How it is now. It throws what asking storage or silo throws.</summary>
    /// <param name="before">The look before, or null for none.</param>
    /// <param name="cancel">Nobody looks on any more.</param>
    Task<LivePicture> LookAsync(LivePicture? before, CancellationToken cancel);
}
