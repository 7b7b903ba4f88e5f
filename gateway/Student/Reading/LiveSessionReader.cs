using Sems.Analysis.Batteries;
using Sems.Analysis.Charging;
using Sems.Gateway.Admin;
using Sems.Gateway.Student.Access;
using Sems.GrainInterfaces;
using Sems.Grains.Ammeters;
using Sems.Grains.Analysis;
using Sems.Grains.Students;
using Sems.Grains.Tariffs;
using Sems.Storage;
using Sems.Storage.Ledger;
using Sems.Storage.Registry;

namespace Sems.Gateway.Student.Reading;

/// <summary>Puts a student's open sessions together: from the ledger whose they are, from their meters how they go, from their curves how full the battery is.</summary>
internal sealed class LiveSessionReader(
    IDatabaseReader database, IGrainFactory grains, StudentBook students, CurveBook curves, PlacesBook places, TimeProvider time)
{
    /// <summary>The student's open sessions, oldest first.</summary>
    public async Task<IReadOnlyList<LiveSessionView>> AllAsync(string student, CancellationToken cancel) =>
        await OfAsync(student, await database.StudentLedger.OpenChargesAsync(student, cancel), cancel);

    /// <summary>One of the student's open sessions; null when it is none.</summary>
    public async Task<LiveSessionView?> FindAsync(string student, long chargeId, CancellationToken cancel) =>
        await database.StudentLedger.FindChargeAsync(student, chargeId, cancel) is { Status: not ChargeStatus.Ended } charge
            ? (await OfAsync(student, [charge], cancel)).FirstOrDefault()
            : null;

    private async Task<IReadOnlyList<LiveSessionView>> OfAsync(string student, IReadOnlyList<ChargeRecord> open, CancellationToken cancel)
    {
        if (open.Count == 0) return [];
        var record = await students.FindAsync(student, cancel);
        var said = (await grains.GetGrain<IStudentGrain>(student).Places().WaitAsync(cancel)).ToDictionary(p => p.ChargeId, p => p.LeftPercent);
        var sessions = await Task.WhenAll(open.Select(c => OfAsync(c, record, said.GetValueOrDefault(c.ChargeId), cancel)));
        return [.. sessions.OfType<LiveSessionView>()];
    }

    /// <summary>Null when its meter has done with it already and the ledger has not heard yet.</summary>
    private async Task<LiveSessionView?> OfAsync(ChargeRecord charge, StudentRecord? student, double? left, CancellationToken cancel)
    {
        var meter = await grains.GetGrain<IAmmeterGrain>(new AmmeterKey(charge.Group, charge.Ammeter).ToString()).Status().WaitAsync(cancel);
        if (meter?.Session is not { } session || session.ChargeId != charge.ChargeId) return null;
        var curve = await curves.ReadAsync(charge.ChargeId, session.Samples, cancel);
        var station = await places.FindAsync(charge.Group, cancel);
        var standing = student is { Blocked: true } ? Refusal.Blocked : Refusal.None;
        return new LiveSessionView(
            charge.ChargeId, charge.Group, station?.Name ?? charge.Group, charge.Ammeter, meter.Name, station?.Online ?? false, PageText.Word(meter.Switch),
            PageText.Word(meter.Level), Pending(meter, charge.StudentNumber), session.StartedAt,
            Math.Max(0, (long)(time.GetUtcNow() - session.StartedAt).TotalSeconds), session.FullAt,
            curve.Phase is { } phase ? PageText.Word(phase) : null, session.CurrentA, session.VoltageV, session.PowerW, session.EnergyKwh, session.Money.Value,
            session.LastSampleAt, session.Samples, LedgerMapping.Tariff(charge.TariffJson) is { } tariff ? TariffText.Of(tariff) : "",
            Can(meter, charge.ChargeId, standing), Gauge(meter, session, curve.Course, BatteryLabels.Of(student?.Vehicle), left));
    }

    private static OwnPendingView? Pending(AmmeterStatus meter, string student) =>
        meter.Pending is { } pending ? new OwnPendingView(PageText.Word(pending.Level), pending.RequestedAt, pending.By == "student/" + student) : null;

    private static CanView Can(AmmeterStatus meter, long chargeId, Refusal student)
    {
        var on = StudentControl.Can(ControlAction.On, meter, chargeId, student);
        var off = StudentControl.Can(ControlAction.Off, meter, chargeId, student);
        return new CanView(on, off, on || off ? null : StudentWords.Of(StudentControl.Check(ControlAction.On, meter, chargeId, student)));
    }

    private static GaugeView Gauge(AmmeterStatus meter, SessionStatus session, ChargeCourse course, BatteryLabel label, double? left)
    {
        var read = BatteryGauge.Read(course, label, left, session.FullAt is not null, meter.Level == ControlLevel.On, FullRule.Default.TailA);
        return new GaugeView(
            read.Percent is { } percent ? Math.Round(percent, 1) : null, PageText.Word(read.Basis), read.Uncertainty,
            read.SecondsToFull is { } seconds ? (long)seconds : null, left, label.CapacityWh / 1000, session.EnergyKwh);
    }
}
