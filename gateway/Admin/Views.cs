using Sems.GrainInterfaces;
using Sems.Storage.Ledger;

namespace Sems.Gateway.Admin;

/// <summary>Turns what grains and ledger answer into what the operator API shows.</summary>
internal static class Views
{
    public static ChargeView Of(ChargeRecord charge, LiveView? live = null) => new(
        charge.ChargeId, charge.Group, charge.Ammeter, charge.StudentNumber, charge.CardNumber, Word(charge.Status), charge.StartedAt,
        charge.EndedAt, charge.FullAt, charge.Samples, charge.EnergyWh / 1000, charge.Reason,
        charge.Bill is { } bill ? new BillView(bill.Fen, Word(bill.Status), bill.CreatedAt) : null, live);

    public static AmmeterView Of(AmmeterStatus status) => new(
        status.Key.Group, status.Key.Ammeter, status.Name, Word(status.Switch), Word(status.Level),
        status.Pending is { } pending ? new PendingView(Word(pending.Level), pending.RequestedAt, pending.By) : null,
        status.Session is { } session ? Of(session) : null);

    public static LiveView Of(SessionStatus session) => new(
        session.ChargeId, session.StudentNumber, session.StartedAt, session.Samples, session.EnergyKwh, session.Money.Value, session.CurrentA,
        session.VoltageV, session.PowerW, session.LastSampleAt);

    public static StationView Of(GroupOverview group, bool withAmmeters)
    {
        int Count(SwitchState state) => group.Ammeters.Count(a => a.Switch == state);
        return new StationView(
            group.Group, group.Name, group.Latitude, group.Longitude, group.Online, group.LastPollAt, group.Ammeters.Length, Count(SwitchState.Idle),
            Count(SwitchState.Charging), Count(SwitchState.Low), Count(SwitchState.Paused), Count(SwitchState.Locked),
            withAmmeters ? [.. group.Ammeters.Select(a => new AmmeterView(group.Group, a.Ammeter, a.Name, Word(a.Switch), Word(a.Level), null, null))] : null);
    }

    private static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
