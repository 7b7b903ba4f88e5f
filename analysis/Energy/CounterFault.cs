namespace Sems.Analysis.Energy;

/// <summary>What can be wrong with a meter's energy counter.</summary>
public enum CounterFaultKind
{
    /// <summary>It went backward: a reset, or a misreading.</summary>
    Backward,

    /// <summary>It went ahead further than can have been delivered.</summary>
    Jump,

    /// <summary>It counts in another unit (a power of ten), from the start or from here on.</summary>
    Scale,

    /// <summary>It stood still although energy was delivered.</summary>
    Stuck,

    /// <summary>Its decimal digits (BCD) were read as a binary number: it shows 16 where it means 10.</summary>
    Coding,

    /// <summary>It counts faster or slower than current and voltage allow.</summary>
    Rate,
}

/// <summary>A fault of an energy counter in a charge.</summary>
/// <param name="Kind">What.</param>
/// <param name="AtMs">When first, Unix ms.</param>
/// <param name="Count">How often.</param>
/// <param name="Message">One plain Chinese sentence with its figures.</param>
public sealed record CounterFault(CounterFaultKind Kind, long AtMs, int Count, string Message);
