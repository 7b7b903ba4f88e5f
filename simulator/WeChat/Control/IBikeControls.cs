namespace Sems.Simulator.WeChat.Control;

/// <summary>The bike of a demo's documented student, for the hand of whoever looks at the phone.</summary>
public interface IBikeControls
{
    /// <summary>How it stands.</summary>
    BikeState State { get; }

    /// <summary>Swipes the card at a free socket and plugs the bike in.</summary>
    /// <param name="size">small, medium or large.</param>
    /// <param name="percent">What is left in the battery, 0 to 100.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="BikeRefusedException">It cannot be; the words say why.</exception>
    Task<BikeState> PlugInAsync(string size, double percent, CancellationToken cancellation);

    /// <summary>Has the meter feel an over-current as long as its power is on.</summary>
    /// <inheritdoc cref="PlugInAsync" path="/exception"/>
    Task<BikeState> OverloadAsync(CancellationToken cancellation);

    /// <summary>Swipes again and takes the bike away.</summary>
    /// <inheritdoc cref="PlugInAsync" path="/exception"/>
    Task<BikeState> UnplugAsync(CancellationToken cancellation);
}
