using Sems.Simulator.Bikes;

namespace Sems.Bench.Curves;

/// <summary>A kind of meter and of road to the server.</summary>
/// <param name="Name">What the table says.</param>
/// <param name="SendsVoltageAndPower">It sends voltage (0.1 V) and power (0.1 W) beside current (1 mA) and energy.</param>
/// <param name="TimePlaces">Decimals of its clock's seconds.</param>
/// <param name="JitterMs">Samples are placed up to so many ms off their clock.</param>
/// <param name="Register">How it counts energy.</param>
internal sealed record MeterKind(string Name, bool SendsVoltageAndPower, int TimePlaces, int JitterMs, RegisterKind Register)
{
    /// <summary>The kinds that are measured.</summary>
    public static IReadOnlyList<MeterKind> All { get; } =
    [
        new("current, energy", false, 0, 0, RegisterKind.PerSession),
        new("the same, 0.01 s clock", false, 2, 0, RegisterKind.PerSession),
        new("with voltage, power", true, 0, 0, RegisterKind.PerSession),
        new("the same, lifetime register", true, 0, 0, RegisterKind.Lifetime),
        new("the same, register that errs", true, 0, 0, RegisterKind.Odd),
        new("the same, 60 ms jitter", true, 0, 60, RegisterKind.Odd),
    ];
}
