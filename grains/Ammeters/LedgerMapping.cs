using System.Text.Json;
using Sems.GrainInterfaces;
using Sems.Grains.Tariffs;
using Sems.Storage.Ledger;

namespace Sems.Grains.Ammeters;

/// <summary>A meter's facts in the ledger's words.</summary>
public static class LedgerMapping
{
    internal static ChargeStart Begin(AmmeterKey key, StartIntent intent) => new(
        intent.ChargeId, key.Group, key.Ammeter, intent.StudentNumber, intent.CardNumber, intent.At,
        JsonSerializer.Serialize(intent.Tariff, GrainStateJson.Default.Tariff));

    internal static ChargeEnd End(long chargeId, Closing closing) => new(
        chargeId, closing.StudentNumber, closing.EndedAt, closing.Samples, closing.EnergyWh, closing.Fen, closing.Reason, closing.FullAt,
        closing.EnergyFaults is { } faults ? new Storage.Ledger.EnergyFaultCounts(faults.Backward, faults.Jumps, faults.Scales) : null);

    /// <summary>The tariff copied into a charge; null where it cannot be read.</summary>
    public static Tariff? Tariff(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, GrainStateJson.Default.Tariff);
        }
        catch (JsonException)
        {
            return null; // a charge from before tariffs were kept, or brought in from elsewhere
        }
    }

    /// <summary>What the ledger says of an open session whose switch is so.</summary>
    public static ChargeStatus Status(SwitchState state) => state switch
    {
        SwitchState.Charging => ChargeStatus.Charging,
        SwitchState.Low => ChargeStatus.Low,
        SwitchState.Paused or SwitchState.Locked => ChargeStatus.Paused,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "An open session is charging, low or paused"),
    };
}
