namespace Sems.Simulator.Tests.Fake;

/// <summary>A charge the fake server recorded.</summary>
public sealed class FakeCharge(int id, string group, string ammeter, string card)
{
    public int Id => id;

    public string Group => group;

    public string Ammeter => ammeter;

    public string Card => card;

    public bool Ended { get; set; }

    public SortedDictionary<decimal, string> Points { get; } = [];
}
