using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Sems.GrainInterfaces;
using Sems.Grains;
using Sems.Grains.Ammeters;
using Sems.Grains.Students;
using Sems.Storage.Books;
using Sems.Storage.Ledger;
using Sems.Storage.Sqlite.Outside;

namespace Sems.Silo.Books;

/// <summary>
/// Meters and students against the ledger. Grains write their own state first and tell the others afterwards, so the one may be ahead of the
/// other, but only by what the meter's state says it has yet to tell: that is in flight, anything else is a fault.
/// </summary>
internal sealed class StateBooks(SqliteSnapshot snapshot, BookReport report)
{
    private readonly Dictionary<string, AmmeterState> _meters = [];
    private readonly Dictionary<string, StudentState> _students = [];
    private readonly Dictionary<long, OpenCharge> _open = snapshot.OpenCharges().ToDictionary(charge => charge.ChargeId);

    public void Check()
    {
        snapshot.VisitStates("ammeter", (key, payload) => Read(_meters, "meter", key, payload, GrainStateJson.Default.AmmeterState, meter => meter.Effects is not null));
        snapshot.VisitStates("student", (key, payload) => Read(_students, "student", key, payload, GrainStateJson.Default.StudentState, student => student.Sessions is not null));
        foreach (var charge in _open.Values) CheckCharge(charge);
        foreach (var (key, meter) in _meters) CheckMeter(key, meter);
        foreach (var (number, student) in _students)
            foreach (var place in student.Sessions) CheckPlace(number, place);
    }

    private void CheckCharge(OpenCharge charge)
    {
        report.Checked(BookRule.ChargeStuck);
        var (id, key) = (charge.ChargeId, new AmmeterKey(charge.Group, charge.Ammeter).ToString());
        var meter = _meters.GetValueOrDefault(key);
        var starts = charge.Status == ChargeStatus.Starting && meter?.Intent?.ChargeId == id;
        if (meter?.Session?.ChargeId == id || starts || (meter is not null && Has(meter, EffectKind.LedgerClose, id))) return;
        report.Fault(BookRule.ChargeStuck, $"charge {id}: meter {key} does not know it");
    }

    private void CheckMeter(string key, AmmeterState meter)
    {
        if (meter.IsUnsettled) report.InFlight.Add($"meter {key}: {Unsettled(meter)}");
        foreach (var effect in meter.Effects)
            if (effect.Kind == EffectKind.LedgerClose) FindCharge(key, effect.ChargeId);
        if (meter.Session is not { } session) return;
        CheckSession(key, meter, session);
        report.Checked(BookRule.PlaceMissing);
        var places = _students.GetValueOrDefault(session.StudentNumber)?.Sessions ?? [];
        if (!places.Any(place => place.ChargeId == session.ChargeId && place.Ammeter.ToString() == key))
            report.Fault(BookRule.PlaceMissing, $"meter {key}, charge {session.ChargeId}: student {session.StudentNumber} has no place for it");
    }

    private void CheckSession(string key, AmmeterState meter, OpenSession session)
    {
        report.Checked(BookRule.SessionOrphan);
        if (!_open.TryGetValue(session.ChargeId, out var charge))
        {
            if (FindCharge(key, session.ChargeId)) report.Fault(BookRule.SessionOrphan, $"meter {key}, charge {session.ChargeId}: it has ended");
            return;
        }
        report.Checked(BookRule.SessionDiffers);
        ChargeStatus? status = meter.Switch == SwitchState.Idle ? null : LedgerMapping.Status(meter.Switch);
        if (new AmmeterKey(charge.Group, charge.Ammeter).ToString() != key) Differs("is of another meter");
        else if (charge.StudentNumber != session.StudentNumber) Differs($"is student {charge.StudentNumber}'s, the meter's {session.StudentNumber}");
        else if (charge.Status != status && !Has(meter, EffectKind.LedgerStatus, session.ChargeId)) Differs($"is {charge.Status}, the meter is {meter.Switch}");

        void Differs(string how) => report.Fault(BookRule.SessionDiffers, $"meter {key}, charge {session.ChargeId}: the ledger's {how}");
    }

    private void CheckPlace(string student, StudentSession place)
    {
        report.Checked(BookRule.PlaceOrphan);
        var (id, key) = (place.ChargeId, place.Ammeter.ToString());
        if (_meters.GetValueOrDefault(key) is { } meter
            && ((meter.Session is { } session && (session.ChargeId, session.StudentNumber) == (id, student))
                || (meter.Intent is { } intent && (intent.ChargeId, intent.StudentNumber) == (id, student))
                || meter.Effects.Any(effect => effect.Kind == EffectKind.StudentClose && (effect.ChargeId, effect.StudentNumber) == (id, student)))) return;
        report.Fault(BookRule.PlaceOrphan, $"student {student}, charge {id}: meter {key} has no such session");
    }

    private bool FindCharge(string key, long id)
    {
        if (_open.ContainsKey(id) || snapshot.FindCharge(id) is not null) return true;
        report.Fault(BookRule.SessionOrphan, $"meter {key}, charge {id}: the ledger does not know it");
        return false;
    }

    private void Read<T>(Dictionary<string, T> states, string what, string key, ReadOnlySpan<byte> payload, JsonTypeInfo<T> type, Func<T, bool> isWhole)
    {
        report.Checked(BookRule.StateUnreadable);
        try
        {
            var state = JsonSerializer.Deserialize(payload, type);
            if (state is null || !isWhole(state)) throw new JsonException("it is not whole");
            states.Add(key, state);
        }
        catch (JsonException fault)
        {
            report.Fault(BookRule.StateUnreadable, $"{what} {key}: {fault.Message}");
        }
    }

    private static bool Has(AmmeterState meter, EffectKind kind, long chargeId) =>
        meter.Effects.Any(effect => effect.Kind == kind && effect.ChargeId == chargeId);

    private static string Unsettled(AmmeterState meter) => string.Join(", ",
        meter.Effects.Select(effect => effect.ChargeId == 0 ? effect.Kind.ToString() : $"{effect.Kind} of charge {effect.ChargeId}")
            .Prepend(meter.Intent is { } intent ? $"start of charge {intent.ChargeId}" : "").Where(part => part.Length > 0));
}
