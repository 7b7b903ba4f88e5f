namespace Sems.Grains.Registry;

/// <summary>Readings of a row that interleave: one that began earlier must not take the place of one that began later.</summary>
internal struct Readings
{
    private long _begun;
    private long _taken;

    /// <summary>A reading begins.</summary>
    public long Begin() => ++_begun;

    /// <summary>Whether what it read is to be used.</summary>
    public bool Take(long reading)
    {
        if (reading < _taken) return false;
        _taken = reading;
        return true;
    }
}
