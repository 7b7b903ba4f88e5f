namespace Sems.Gateway.Service;

/// <summary>Fields of the station protocol; a request names those it looks at.</summary>
[Flags]
public enum ServiceFields
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>card_number, text, required.</summary>
    Card = 1,

    /// <summary>ammeterGroup_number, text, required.</summary>
    Group = 2,

    /// <summary>ammeter_number, text, required.</summary>
    Ammeter = 4,

    /// <summary>current_value, A, required.</summary>
    Current = 8,

    /// <summary>energy_value, required.</summary>
    Energy = 16,

    /// <summary>voltage_value, V, optional.</summary>
    Voltage = 32,

    /// <summary>power_value, W, optional.</summary>
    Power = 64,

    /// <summary>time, Unix seconds, optional.</summary>
    Time = 128,

    /// <summary>Of <c>start</c> and <c>end</c>.</summary>
    Session = Card | Group | Ammeter,

    /// <summary>Of <c>money</c>.</summary>
    Meter = Group | Ammeter,

    /// <summary>Of <c>charge</c>.</summary>
    Sample = Meter | Current | Energy | Voltage | Power | Time,
}

/// <summary>A request as understood; fields the endpoint does not look at are at their defaults.</summary>
public struct ServiceRequest
{
    /// <summary>card_number.</summary>
    public string Card;

    /// <summary>ammeterGroup_number.</summary>
    public string Group;

    /// <summary>ammeter_number.</summary>
    public string Ammeter;

    /// <summary>current_value, A.</summary>
    public double Current;

    /// <summary>energy_value.</summary>
    public double Energy;

    /// <summary>voltage_value, V.</summary>
    public double? Voltage;

    /// <summary>power_value, W.</summary>
    public double? Power;

    /// <summary>time, Unix s.</summary>
    public double? Time;
}
