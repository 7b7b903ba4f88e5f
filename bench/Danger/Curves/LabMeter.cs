using Sems.Simulator.Bikes;
using Sems.Simulator.Time;

namespace Sems.Bench.Danger;

/// <summary>A meter as they are in the field: what it sends, how fine, how noisy, how well it counts.</summary>
/// <param name="SendsVoltage">Beside the current.</param>
/// <param name="SendsPower">Beside the current.</param>
/// <param name="StepA">What it rounds currents to, A.</param>
/// <param name="Noise">Share of the current.</param>
/// <param name="Register">How it counts energy.</param>
internal sealed record LabMeter(bool SendsVoltage, bool SendsPower, double StepA, double Noise, RegisterKind Register)
{
    private static readonly double[] StepsA = [0.001, 0.001, 0.001, 0.01, 0.01, 0.02, 0.05];
    private static readonly RegisterKind[] Registers = [RegisterKind.Lifetime, RegisterKind.PerSession, RegisterKind.PerSession, RegisterKind.Odd];

    /// <summary>One by chance.</summary>
    public static LabMeter Any(Random random)
    {
        var voltage = random.Chance(0.8);
        return new LabMeter(voltage, voltage && random.Chance(0.8), random.Pick(StepsA), 0.002 + (0.028 * Math.Pow(random.NextDouble(), 2)), random.Pick(Registers));
    }

    /// <summary>A reading of a current, A.</summary>
    public double Read(double a, Random random) =>
        a <= 0 ? 0 : Math.Round(Math.Max(0, (a * (1 + (Noise * random.Normal()))) + (0.0015 * random.Normal())) / StepA) * StepA;
}
