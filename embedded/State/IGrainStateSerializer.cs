namespace Sems.Embedded;

/// <summary>Turns grain states into bytes and back.</summary>
public interface IGrainStateSerializer
{
    /// <summary>The bytes of a state.</summary>
    /// <typeparam name="TState">Its type.</typeparam>
    /// <param name="state">The state.</param>
    byte[] Serialize<TState>(TState state);

    /// <summary>The state of some bytes.</summary>
    /// <typeparam name="TState">Its type.</typeparam>
    /// <param name="payload">What <see cref="Serialize"/> made, now or in an earlier version of the program.</param>
    TState Deserialize<TState>(ReadOnlySpan<byte> payload);
}
