using Sems.Analysis.Batteries;
using Sems.Analysis.Features;

namespace Sems.Analysis.Health;

/// <summary>
/// The health of the battery in a student's vehicle, of what stations measure at the mains, charge by charge. It holds no clock and
/// no storage: the state goes in and comes out.
/// </summary>
public static class VehicleHealth
{
    /// <summary>What is known after one more charge.</summary>
    /// <param name="state">What was known before it.</param>
    /// <param name="charge">The charge.</param>
    /// <param name="label">The battery, as the student's profile states it.</param>
    /// <param name="leftPercent">What the student said was left when the charge began, 0 to 100; null when nothing was said.</param>
    public static VehicleHealthState Take(VehicleHealthState state, ChargeFeatures charge, BatteryLabel label, double? leftPercent = null) =>
        state with { Charges = state.Charges + 1, LastMs = Math.Max(state.LastMs ?? charge.EndedMs, charge.EndedMs), FirstMs = state.FirstMs ?? charge.EndedMs };

    /// <summary>What the state means now.</summary>
    /// <param name="state">What is known.</param>
    /// <param name="nowMs">Unix ms.</param>
    /// <param name="usual">What is normal for batteries of its model; null when not known.</param>
    public static VehicleHealthReading Read(VehicleHealthState state, long nowMs, ModelNormal? usual = null) =>
        VehicleHealthReading.Nothing with { Charges = state.Charges };
}
