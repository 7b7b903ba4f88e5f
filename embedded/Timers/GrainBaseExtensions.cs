namespace Sems.Embedded;

/// <summary>What a grain may do with its own activation.</summary>
/// <remarks>
/// A timer's tick is a turn of the grain: it waits for the running call (unless it interleaves), never overlaps itself, and stops
/// when the grain is deactivated. An exception in a tick is logged, and the timer goes on.
/// </remarks>
public static class GrainBaseExtensions
{
    /// <summary>
    /// Deactivates the grain once its running calls have finished; calls that wait or come from now on, interleaving ones too, go to a
    /// new activation.
    /// </summary>
    /// <param name="grain">The grain itself.</param>
    /// <exception cref="InvalidOperationException">
    /// The grain is still in OnActivateAsync: to give up there, throw. (Orleans takes the call, and refuses those that wait.)
    /// </exception>
    public static void DeactivateOnIdle(this IGrainBase grain)
    {
        if (grain.GrainContext is Activation { IsActivating: true } activation)
            throw new InvalidOperationException($"{activation.GrainId} is activating: it cannot deactivate itself before it is active.");
        grain.GrainContext.Deactivate(new(DeactivationReasonCode.ApplicationRequested, "DeactivateOnIdle was called."));
    }

    /// <summary>Starts a timer.</summary>
    /// <typeparam name="TState">What the callback is handed.</typeparam>
    /// <param name="grain">The grain itself.</param>
    /// <param name="callback">Runs at every tick; its token is cancelled when the timer stops.</param>
    /// <param name="state">Handed to the callback.</param>
    /// <param name="options">When and how it ticks.</param>
    public static IGrainTimer RegisterGrainTimer<TState>(
        this IGrainBase grain, Func<TState, CancellationToken, Task> callback, TState state, GrainTimerCreationOptions options)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return GrainTimer.Start((Activation)grain.GrainContext, token => callback(state, token), options);
    }

    /// <summary>Starts a timer.</summary>
    /// <param name="grain">The grain itself.</param>
    /// <param name="callback">Runs at every tick.</param>
    /// <param name="options">When and how it ticks.</param>
    public static IGrainTimer RegisterGrainTimer(
        this IGrainBase grain, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return GrainTimer.Start((Activation)grain.GrainContext, callback, options);
    }

    /// <summary>Starts a timer.</summary>
    /// <param name="grain">The grain itself.</param>
    /// <param name="callback">Runs at every tick.</param>
    /// <param name="options">When and how it ticks.</param>
    public static IGrainTimer RegisterGrainTimer(this IGrainBase grain, Func<Task> callback, GrainTimerCreationOptions options)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return GrainTimer.Start((Activation)grain.GrainContext, _ => callback(), options);
    }

    /// <summary>Starts a timer.</summary>
    /// <param name="grain">The grain itself.</param>
    /// <param name="callback">Runs at every tick.</param>
    /// <param name="options">When and how it ticks.</param>
    /// <typeparam name="TState">What the callback is handed.</typeparam>
    /// <param name="state">Handed to the callback.</param>
    public static IGrainTimer RegisterGrainTimer<TState>(
        this IGrainBase grain, Func<TState, Task> callback, TState state, GrainTimerCreationOptions options)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return GrainTimer.Start((Activation)grain.GrainContext, _ => callback(state), options);
    }

    /// <summary>Starts a timer that neither interleaves nor keeps the grain alive.</summary>
    /// <param name="grain">The grain itself.</param>
    /// <param name="callback">Runs at every tick.</param>
    /// <param name="dueTime">Time to the first tick; <see cref="Timeout.InfiniteTimeSpan"/> for none.</param>
    /// <param name="period">Time from the end of a tick to the next; <see cref="Timeout.InfiniteTimeSpan"/> for a single tick.</param>
    public static IGrainTimer RegisterGrainTimer(this IGrainBase grain, Func<Task> callback, TimeSpan dueTime, TimeSpan period) =>
        RegisterGrainTimer(grain, callback, new GrainTimerCreationOptions(dueTime, period));

    /// <inheritdoc cref="RegisterGrainTimer(IGrainBase, Func{Task}, TimeSpan, TimeSpan)"/>
    public static IGrainTimer RegisterGrainTimer(
        this IGrainBase grain, Func<CancellationToken, Task> callback, TimeSpan dueTime, TimeSpan period) =>
        RegisterGrainTimer(grain, callback, new GrainTimerCreationOptions(dueTime, period));

    /// <inheritdoc cref="RegisterGrainTimer(IGrainBase, Func{Task}, TimeSpan, TimeSpan)"/>
    /// <typeparam name="TState">What the callback is handed.</typeparam>
    /// <param name="state">Handed to the callback.</param>
#pragma warning disable CS1573 // the other parameters come with inheritdoc
    public static IGrainTimer RegisterGrainTimer<TState>(
        this IGrainBase grain, Func<TState, Task> callback, TState state, TimeSpan dueTime, TimeSpan period) =>
        RegisterGrainTimer(grain, callback, state, new GrainTimerCreationOptions(dueTime, period));

    /// <inheritdoc cref="RegisterGrainTimer(IGrainBase, Func{Task}, TimeSpan, TimeSpan)"/>
    /// <typeparam name="TState">What the callback is handed.</typeparam>
    /// <param name="state">Handed to the callback.</param>
    public static IGrainTimer RegisterGrainTimer<TState>(
        this IGrainBase grain, Func<TState, CancellationToken, Task> callback, TState state, TimeSpan dueTime, TimeSpan period) =>
        RegisterGrainTimer(grain, callback, state, new GrainTimerCreationOptions(dueTime, period));
#pragma warning restore CS1573
}
