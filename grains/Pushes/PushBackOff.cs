namespace Sems.Grains.Pushes;

/// <summary>
/// When a push that could not be sent is tried again: after 5 s, then twice as long each time up to an hour, each give or take a
/// fifth, so that what failed together does not come back together. The chance in it is drawn from push and try: the same again is the same.
/// </summary>
public static class PushBackOff
{
    /// <summary>So many tries, and it is dead: two to three hours after the first.</summary>
    public const int MostAttempts = 12;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    private static readonly TimeSpan MostAsked = TimeSpan.FromHours(6);

    /// <summary>The pause before the next try, or null for no more.</summary>
    /// <param name="pushId">Which push.</param>
    /// <param name="attempts">Tries made, this one included: 1 or more.</param>
    /// <param name="after">What the channel asked for; heeded up to 6 h.</param>
    public static TimeSpan? Pause(long pushId, int attempts, TimeSpan? after)
    {
        if (attempts >= MostAttempts) return null;
        var pause = First * Math.Pow(2, attempts - 1);
        pause = (pause < Longest ? pause : Longest) * (0.8 + (0.4 * Chance(pushId, attempts)));
        var asked = after > MostAsked ? MostAsked : after ?? TimeSpan.Zero;
        return asked > pause ? asked : pause;
    }

    /// <summary>From 0 to 1, evenly: the finalizer of SplitMix64 (Steele, Lea, Flood 2014).</summary>
    private static double Chance(long pushId, int attempts)
    {
        var z = unchecked(((ulong)pushId * MostAttempts) + (ulong)attempts) * 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return ((z ^ (z >> 31)) >> 11) / (double)(1UL << 53);
    }
}
