namespace Sems.Simulator.Bikes;

/// <summary>One bike plugged in: its state of charge, and what the meter would feel.</summary>
public sealed class BikeCharge
{
    private const double LongestStepS = 10;
    private readonly BatteryPack _pack;

    /// <summary>Plugs a bike in.</summary>
    /// <param name="pack">Its battery.</param>
    /// <param name="stateOfCharge">0 to 1.</param>
    public BikeCharge(BatteryPack pack, double stateOfCharge)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(stateOfCharge);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(stateOfCharge, 1);
        (_pack, Charger, StateOfCharge) = (pack, Charger.For(pack), stateOfCharge);
    }

    /// <summary>Its charger.</summary>
    public Charger Charger { get; }

    /// <summary>0 to 1.</summary>
    public double StateOfCharge { get; private set; }

    /// <summary>Active power at the mains now, W; 0 while switched off.</summary>
    public double PowerW { get; private set; }

    /// <summary>Energy taken from the mains so far, kWh.</summary>
    public double EnergyKwh { get; private set; }

    /// <summary>Charge put into the battery so far, Ah.</summary>
    public double ChargeAh { get; private set; }

    /// <summary>Mains current now, A (apparent, so it includes what the power factor costs).</summary>
    /// <param name="mainsV">Mains voltage, V.</param>
    public double CurrentA(double mainsV) => PowerW / (mainsV * Charger.PowerFactor);

    /// <summary>Lets time pass.</summary>
    /// <param name="seconds">How long, s.</param>
    /// <param name="switchedOn">Whether the meter lets current through.</param>
    public void Advance(double seconds, bool switchedOn)
    {
        if (!switchedOn)
        {
            PowerW = 0;
            return;
        }

        for (var left = seconds; left > 0; left -= LongestStepS) Step(Math.Min(left, LongestStepS));
        PowerW = Charger.MainsPowerW(StateOfCharge);
    }

    private void Step(double seconds)
    {
        var hours = seconds / 3600;
        var current = Charger.BatteryCurrentA(StateOfCharge);
        EnergyKwh += Charger.MainsPowerW(StateOfCharge) * hours / 1000;
        ChargeAh += current * hours;
        StateOfCharge = Math.Min(1, StateOfCharge + (current * Charger.CoulombEfficiency * hours / _pack.CapacityAh));
    }
}
