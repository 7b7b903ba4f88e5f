namespace Sems.Gateway.Service.Counts;

/// <summary>Requests of one call by what became of them.</summary>
/// <param name="call">The call's name.</param>
public sealed class OutcomeCounts(string call)
{
    private readonly long[] _counts = new long[Enum.GetValues<ServiceOutcome>().Length];

    /// <summary>The call's name.</summary>
    public string Call => call;

    /// <summary>How many came to this.</summary>
    public long this[ServiceOutcome outcome] => Interlocked.Read(ref _counts[(int)outcome]);

    /// <summary>Counts one.</summary>
    public void Add(ServiceOutcome outcome) => Interlocked.Increment(ref _counts[(int)outcome]);
}
