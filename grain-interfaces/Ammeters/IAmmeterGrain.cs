namespace Sems.GrainInterfaces;

/// <summary>One meter with its socket; the key is <see cref="AmmeterKey.ToString"/>. Every call is safe to repeat.</summary>
[Alias("sems.IAmmeterGrain")]
public interface IAmmeterGrain : IGrainWithStringKey
{
    /// <summary>Begins a session for the card's student.</summary>
    [Alias("Start")]
    Task<Refusal> Start(string cardNumber);

    /// <summary>Ends and bills the card's session.</summary>
    [Alias("End")]
    Task<Refusal> End(string cardNumber);

    /// <summary>Takes a sample; completes when it is durable.</summary>
    [Alias("Charge")]
    Task<Refusal> Charge(ChargeSample sample);

    /// <summary>The price so far.</summary>
    [Alias("Money"), AlwaysInterleave, ReadOnly]
    Task<MoneyAnswer> Money();

    /// <summary>Carries out a person's command; pending until the station is seen to obey.</summary>
    /// <param name="action">What to do.</param>
    /// <param name="by">Who asks, for the record.</param>
    [Alias("Control")]
    Task<ControlAnswer> Control(ControlAction action, string by);

    /// <summary>As <see cref="Control"/>, for the student whose session it is: refused when this one is not open here, or is another's.</summary>
    [Alias("ControlCharge")]
    Task<ControlAnswer> ControlCharge(long chargeId, string studentNumber, ControlAction action, string by);

    /// <summary>The student is to be forgotten: the charge the meter had last becomes nobody's.</summary>
    [Alias("ForgetStudent")]
    Task ForgetStudent(string studentNumber);

    /// <summary>The meter, now; null when there is no such meter.</summary>
    [Alias("Status"), AlwaysInterleave, ReadOnly]
    Task<AmmeterStatus?> Status();

    /// <summary>What the group's control map must say: asked by a group grain that rebuilds its map.</summary>
    [Alias("Report"), AlwaysInterleave, ReadOnly]
    Task<AmmeterReport> Report();

    /// <summary>The row of this meter in the registry changed: it is read anew.</summary>
    [Alias("Forget"), AlwaysInterleave]
    Task Forget();

    /// <summary>Finishes what an earlier call or an earlier process left unfinished.</summary>
    [Alias("Wake")]
    Task Wake();

    /// <summary>Does what is due: finishes what was left unfinished, and lets the rules of time decide.</summary>
    /// <returns>When to call again, if nothing happens before; null for no need.</returns>
    [Alias("Tend")]
    Task<DateTimeOffset?> Tend();
}
