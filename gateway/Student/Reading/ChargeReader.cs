using Sems.Gateway.Admin;
using Sems.GrainInterfaces;
using Sems.Storage;
using Sems.Storage.Ledger;

namespace Sems.Gateway.Student.Reading;

/// <summary>Puts a student's charges together, with the names of their sockets and what the student should know of them.</summary>
internal sealed class ChargeReader(IDatabaseReader database, IGrainFactory grains, SocketNames names, TimeProvider time)
{
    /// <summary>The charges as the student sees them.</summary>
    /// <param name="student">Whose they are: each of them.</param>
    /// <param name="charges">As the ledger has them.</param>
    /// <param name="cancel">To give up.</param>
    public async Task<IReadOnlyList<StudentChargeView>> OfAsync(string student, IReadOnlyList<ChargeRecord> charges, CancellationToken cancel)
    {
        var notes = (await database.StudentLedger.NotesAsync(student, [.. charges.Select(c => c.ChargeId)], cancel)).ToLookup(n => n.ChargeId);
        return await Task.WhenAll(charges.Select(c => OfAsync(c, ChargeNotes.Of(notes[c.ChargeId]), cancel)));
    }

    private async Task<StudentChargeView> OfAsync(ChargeRecord charge, IReadOnlyList<string> notes, CancellationToken cancel)
    {
        var (station, socket) = await names.OfAsync(charge.Group, charge.Ammeter, cancel);
        var live = charge.Status == ChargeStatus.Ended ? null : await LiveAsync(charge, cancel);
        return new StudentChargeView(
            charge.ChargeId, charge.Group, station, charge.Ammeter, socket, PageText.Word(charge.Status), charge.StartedAt, charge.EndedAt, charge.FullAt ?? live?.FullAt,
            Math.Max(0, (long)((charge.EndedAt ?? time.GetUtcNow()) - charge.StartedAt).TotalSeconds), live?.EnergyKwh ?? charge.EnergyWh / 1000,
            live?.Money.Value ?? charge.Bill?.Fen, charge.Bill is { } bill ? PageText.Word(bill.Status) : null, charge.Reason, notes);
    }

    private async Task<SessionStatus?> LiveAsync(ChargeRecord charge, CancellationToken cancel)
    {
        var meter = await grains.GetGrain<IAmmeterGrain>(new AmmeterKey(charge.Group, charge.Ammeter).ToString()).Status().WaitAsync(cancel);
        return meter?.Session is { } session && session.ChargeId == charge.ChargeId ? session : null;
    }
}
