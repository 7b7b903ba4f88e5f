using Sems.Analysis.Batteries;
using Sems.Analysis.Charging;
using Sems.Analysis.Features;
using Sems.Analysis.Health.Curves;

namespace Sems.Analysis.Health;

/// <summary>
/// The health of the battery in a student's vehicle, of what stations measure at the mains, charge by charge. It holds no clock and
/// no storage: the state goes in and comes out. A charge till full, of which the student said what was left, measures the capacity: energy · efficiency /
/// (1 − left). A Kalman filter follows capacity, its monthly change and an error all charges share; every other charge only says that the
/// battery holds at least what it brought.
/// </summary>
public static class VehicleHealth
{
    /// <summary>ms; a month of 30 days.</summary>
    internal const double MonthMs = 30 * 86_400_000d;

    // A battery nobody knows: bought new or used, so 93 ± 12 % of its label; ageing 0.8 ± 1 points a month (80 % after one to three years)
    private const double Capacity = 0.93;
    private const double CapacityApart = 0.12;
    private const double Ageing = -0.008;
    private const double AgeingApart = 0.010;

    // What all charges share: the charger's efficiency differs by some points (chargers of this class: 85–90 %), and who says too much says it always
    private const double SharedApart = 0.08;

    // From month to month capacity wanders (temperature), and so does its ageing
    private const double CapacityWander = 0.015;
    private const double AgeingWander = 0.001;

    // What students say is read off a gauge of a few bars; meters are off by a few percent
    private const double LeftNoise = 0.07;
    private const double EnergyNoise = 0.03;

    /// <summary>A charge of less than this share tells too little.</summary>
    private const double LeastCharged = 0.25;

    private const double OddDeviations = 3.5;
    private const double AsideDeviations = 1.7;
    private const int Convinced = 4;
    private const double FirstMonths = 3;
    private const int MonthsKept = 13;
    private const int Apparent = 0;
    private const int Shared = 1;
    private const int Change = 2;

    /// <summary>What is known after one more charge.</summary>
    /// <param name="state">What was known before it.</param>
    /// <param name="charge">The charge, measured at the mains.</param>
    /// <param name="label">The battery, as the student's profile states it. Another capacity than before is another battery: all begins anew.</param>
    /// <param name="leftPercent">What the student said was left when the charge began, 0 to 100; null when nothing was said.</param>
    public static VehicleHealthState Take(VehicleHealthState state, ChargeFeatures charge, BatteryLabel label, double? leftPercent = null)
    {
        if (charge.Side != ChargeSide.Mains || charge.EnergyWh <= 0) return state;
        if (label.CapacityWh is { } rated && state.RatedWh is { } before && Math.Abs(rated - before) > 0.01 * before) state = VehicleHealthState.Empty;
        var at = Math.Max(charge.EndedMs, state.LastMs ?? charge.EndedMs);
        var next = state with
        {
            Charges = state.Charges + 1,
            FullCharges = state.FullCharges + (charge.EndedFull ? 1 : 0),
            FirstMs = state.FirstMs ?? at,
            LastMs = at,
            RatedWh = label.CapacityWh ?? state.RatedWh,
        };
        if (charge is { EndedFull: true, SawConstantCurrent: true, TaperTauS: > 0 and var tau })
            next = next with { TaperTau = next.TaperTau.With(tau, (at - next.FirstMs!.Value) / MonthMs <= FirstMonths) };
        return next.RatedWh is { } capacityWh ? WithCapacity(next, charge, BatteryFigures.Of(label.Kind).Efficiency / capacityWh, at, leftPercent) : next;
    }

    /// <summary>What the state means now.</summary>
    /// <param name="state">What is known.</param>
    /// <param name="nowMs">Unix ms.</param>
    /// <param name="usual">What is normal for batteries of its model; null when not known.</param>
    public static VehicleHealthReading Read(VehicleHealthState state, long nowMs, ModelNormal? usual = null)
    {
        var capacity = state.ToldCharges > 0 ? Estimate(Predicted(state, nowMs)) : null;
        return VehicleHealthReader.Read(state, capacity, nowMs, usual);
    }

    private static VehicleHealthState WithCapacity(VehicleHealthState state, ChargeFeatures charge, double perWh, long at, double? leftPercent)
    {
        var share = charge.EnergyWh * charge.ChargingShare * perWh;
        if (share is <= 0 or > 2) return state; // a counter gone astray
        state = state with { Deepest = WithDeepest(state.Deepest, (int)(at / MonthMs), share) };
        var charged = leftPercent is >= 0 and <= 100 ? 1 - (leftPercent.Value / 100) : 0;
        var tells = charge.EndedFull && charged >= LeastCharged && share > LeastCharged / 3;
        if (!tells && state.Mean is null) return state;
        var belief = Predicted(state, at);
        if (!tells)
        {
            belief.NotBelow(Apparent, share * (1 - (2 * EnergyNoise)));
            return Kept(state, belief) with { LastToldMs = at };
        }
        var measured = share / charged;
        var noise = Math.Sqrt(Square(measured * LeftNoise / charged) + Square(measured * EnergyNoise)) * Math.Sqrt(state.Surprise);
        var off = Square(measured - belief.Mean[Apparent]) / (belief.Covariance[Apparent, Apparent] + (noise * noise));
        var isOdd = off > Square(OddDeviations);
        var side = off > Square(AsideDeviations) ? Math.Sign(measured - belief.Mean[Apparent]) : 0;
        var odd = side != 0 && side == Math.Sign(state.OddInARow) ? state.OddInARow + side : side;
        if (Math.Abs(odd) >= Convinced)
        {
            // so many to one side cannot all be mistakes: another battery, or another life
            belief.Covariance[Apparent, Apparent] += Square(CapacityApart);
            (isOdd, odd) = (false, 0);
        }
        if (!isOdd) belief.Measure([Apparent], [measured], noise, 0);
        return Kept(state, belief) with
        {
            ToldCharges = state.ToldCharges + (isOdd ? 0 : 1),
            FirstToldMs = state.FirstToldMs ?? at,
            LastToldMs = at,
            OddInARow = odd,
            Surprise = Math.Clamp(state.Surprise + (0.1 * (Math.Min(off * state.Surprise, 9) - state.Surprise)), 0.3, 6),
        };
    }

    private static Belief Predicted(VehicleHealthState state, long at)
    {
        if (state.Mean is not { Count: 3 } mean || state.Covariance is not { Count: 9 } covariance) return Unknown();
        var belief = new Belief([.. mean]);
        for (var i = 0; i < 9; i++) belief.Covariance[i / 3, i % 3] = covariance[i];
        var months = Math.Max(0, at - (state.LastToldMs ?? at)) / MonthMs;
        var (m, p) = (belief.Mean, belief.Covariance);
        m[Apparent] += months * m[Change];
        p[Apparent, Apparent] += (2 * months * p[Apparent, Change]) + (months * months * p[Change, Change]) + (months * Square(CapacityWander));
        p[Apparent, Shared] = p[Shared, Apparent] = p[Apparent, Shared] + (months * p[Change, Shared]);
        p[Apparent, Change] = p[Change, Apparent] = p[Apparent, Change] + (months * p[Change, Change]);
        p[Change, Change] += months * Square(AgeingWander);
        return belief;
    }

    private static Belief Unknown()
    {
        var belief = new Belief([Capacity, 0, Ageing]);
        belief.Covariance[Apparent, Apparent] = Square(CapacityApart) + Square(SharedApart);
        belief.Covariance[Apparent, Shared] = belief.Covariance[Shared, Apparent] = belief.Covariance[Shared, Shared] = Square(SharedApart);
        belief.Covariance[Change, Change] = Square(AgeingApart);
        return belief;
    }

    private static CapacityEstimate Estimate(Belief belief)
    {
        var (m, p) = (belief.Mean, belief.Covariance);
        var variance = p[Apparent, Apparent] + p[Shared, Shared] - (2 * p[Apparent, Shared]);
        return new CapacityEstimate(m[Apparent] - m[Shared], Math.Sqrt(Math.Max(0, variance)), m[Change], belief.Deviation(Change));
    }

    private static VehicleHealthState Kept(VehicleHealthState state, Belief belief) =>
        state with { Mean = [.. belief.Mean], Covariance = [.. belief.Covariance.Cast<double>()] };

    private static IReadOnlyList<MonthDeepest> WithDeepest(IReadOnlyList<MonthDeepest> deepest, int month, double share)
    {
        var before = deepest.FirstOrDefault(d => d.Month == month)?.Share ?? 0;
        if (share <= before) return deepest;
        return [.. deepest.Where(d => d.Month != month && d.Month > month - MonthsKept).Append(new MonthDeepest(month, share)).OrderBy(d => d.Month)];
    }

    private static double Square(double x) => x * x;
}
