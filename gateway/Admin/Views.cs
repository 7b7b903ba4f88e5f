using System.Collections.Immutable;
using Sems.Analysis.Energy;
using Sems.GrainInterfaces;
using Sems.Storage.Decisions;
using Sems.Storage.Ledger;

namespace Sems.Gateway.Admin;

/// <summary>Turns what grains and ledger answer into what the operator API shows.</summary>
internal static class Views
{
    /// <param name="charge">The charge.</param>
    /// <param name="now">Until when the time of an open one is counted.</param>
    /// <param name="live">What an open one is doing.</param>
    public static ChargeView Of(ChargeRecord charge, DateTimeOffset now, LiveView? live = null) => new(
        charge.ChargeId, charge.Group, charge.Ammeter, charge.StudentNumber, charge.CardNumber, Word(charge.Status), charge.StartedAt,
        charge.EndedAt, charge.FullAt, charge.Samples, charge.EnergyWh / 1000, Of(charge.EnergyFaults), charge.Reason,
        charge.Bill is { } bill ? new BillView(bill.Fen, Word(bill.Status), bill.CreatedAt) : null,
        Math.Max(0, (long)((charge.EndedAt ?? now) - charge.StartedAt).TotalMinutes), live);

    public static AmmeterView Of(AmmeterStatus status) => new(
        status.Key.Group, status.Key.Ammeter, status.Name, Word(status.Switch), Word(status.Level),
        status.Pending is { } pending ? new PendingView(Word(pending.Level), pending.RequestedAt, pending.By) : null,
        status.Session is { } session ? Of(session) : null);

    public static LiveView Of(SessionStatus session) => new(
        session.ChargeId, session.StudentNumber, session.StartedAt, session.Samples, session.EnergyKwh, Of(session.EnergyFaults), session.Money.Value, session.CurrentA,
        session.VoltageV, session.PowerW, session.LastSampleAt);

    private static double PowerW(AmmeterStatus meter) =>
        meter.Session is { } session ? DrawnPower.Of(session.PowerW, session.CurrentA, session.VoltageV) : 0;

    /// <summary>A station with its meters as they say of themselves.</summary>
    public static StationView Of(StationMeters station, int openAlarms, bool withAmmeters = true)
    {
        var group = station.Station;
        int Count(SwitchState state) => group.Ammeters.Count(a => a.Switch == state);
        return new StationView(
            group.Group, group.Name, group.Latitude, group.Longitude, group.Online, group.LastPollAt, group.Ammeters.Length, Count(SwitchState.Idle),
            Count(SwitchState.Charging), Count(SwitchState.Low), Count(SwitchState.Paused), Count(SwitchState.Locked),
            group.Online ? 0 : group.Ammeters.Length, group.Online ? station.Meters.Sum(PowerW) : 0, Retired: false, group.HasKey, openAlarms,
            withAmmeters ? [.. station.Meters.Select(Of)] : null);
    }

    public static BillRowView Of(BillEntry entry) => new(
        entry.Bill.ChargeId, entry.Bill.StudentNumber, entry.Group, entry.Ammeter, entry.StartedAt, entry.Bill.CreatedAt, entry.Bill.Fen,
        Word(entry.Bill.Status));

    public static BillHistoryView Of(BillHistory history)
    {
        var row = Of(history.Entry);
        return new BillHistoryView(
            row.ChargeId, row.StudentNumber, row.Group, row.Ammeter, row.StartedAt, row.CreatedAt, row.Fen, row.Status,
            [.. history.Changes.Select(c => new BillChangeView(Word(c.From), Word(c.To), c.By, c.At, c.Reason))]);
    }

    public static AccountView Of(StudentAccount account) => new(
        account.StudentNumber, account.Total.Fen, account.Unpaid.Fen, account.Paid.Fen, account.Waived.Fen,
        account.Total.Count, account.Unpaid.Count, account.Paid.Count, account.Waived.Count);

    public static DecisionView Of(DecisionRecord decision) => new(
        decision.Number, decision.Rule, decision.Action, decision.At, decision.Message,
        [.. decision.Samples.Select(s => (double?[])[s.Time, s.CurrentA, s.VoltageV, s.Energy, s.PowerW])]);

    private static IReadOnlyList<EnergyFaultView>? Of(EnergyFaultCounts? faults) => faults is null
        ? null
        : [.. new EnergyFaultView[] { new("backward", faults.Backward), new("jump", faults.Jumps), new("scale", faults.Scales) }.Where(f => f.Count > 0)];

    private static IReadOnlyList<EnergyFaultView> Of(ImmutableArray<EnergyFaultCount> faults) =>
        faults.IsDefault ? [] : [.. faults.Select(f => new EnergyFaultView(f.Kind, f.Count))];

    public static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
