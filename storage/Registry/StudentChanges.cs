using Sems.Storage.Audit;
using Sems.Storage.Sql;

namespace Sems.Storage.Registry;

/// <summary>Changes of one student on what is stored at that moment, each with its row of the audit log.</summary>
internal static class StudentChanges
{
    public static async ValueTask<RegistryWrite<StudentRecord>> CreateAsync(ISqlSession session, StudentRecord student, AuditAct act)
    {
        await session.LockAsync(RegistryWrites.People).ConfigureAwait(false);
        var before = await RegistryQueries.StudentAsync(session, student.StudentNumber).ConfigureAwait(false);
        return before is not null
            ? new RegistryWrite<StudentRecord>(RegistryOutcome.Exists, before)
            : await StoreAsync(session, null, student, takeCard: false, act).ConfigureAwait(false);
    }

    public static async ValueTask<RegistryWrite<StudentRecord>> ChangeAsync(
        ISqlSession session, string studentNumber, Func<StudentRecord, StudentRecord> change, bool takeCard, AuditAct? act)
    {
        await session.LockAsync(RegistryWrites.People).ConfigureAwait(false);
        return await RegistryQueries.StudentAsync(session, studentNumber).ConfigureAwait(false) is { } before
            ? await StoreAsync(session, before, change(before), takeCard, act).ConfigureAwait(false)
            : new RegistryWrite<StudentRecord>(RegistryOutcome.Unknown);
    }

    private static async ValueTask<RegistryWrite<StudentRecord>> StoreAsync(
        ISqlSession session, StudentRecord? before, StudentRecord after, bool takeCard, AuditAct? act)
    {
        if (after == before) return new RegistryWrite<StudentRecord>(RegistryOutcome.Unchanged, after, before);
        string? holder = null;
        if (after.CardNumber is { } card && card != before?.CardNumber)
        {
            holder = await RegistryQueries.CardOwnerAsync(session, card).ConfigureAwait(false);
            if (holder is not null && !takeCard) return new RegistryWrite<StudentRecord>(RegistryOutcome.CardTaken, before, before, holder);
        }
        await RegistryWrites.SaveAsync(session, after).ConfigureAwait(false);
        if (act is not null) await TellAsync(session, before, after, holder, act).ConfigureAwait(false);
        return new RegistryWrite<StudentRecord>(RegistryOutcome.Changed, after, before, holder);
    }

    private static async ValueTask TellAsync(ISqlSession session, StudentRecord? before, StudentRecord after, string? holder, AuditAct act)
    {
        if (holder is not null)
        {
            var lost = new[] { new FieldChange("card_number", after.CardNumber, null) };
            await AddAsync(session, act, holder, true, lost).ConfigureAwait(false);
        }
        await AddAsync(session, act, after.StudentNumber, before is not null, RegistryFields.Changes(before, after)).ConfigureAwait(false);
    }

    private static ValueTask AddAsync(ISqlSession session, AuditAct act, string student, bool existed, IReadOnlyList<FieldChange> changes) =>
        AuditRows.AddAsync(session, act, AuditWords.Student(student), RegistryFields.Json(existed, changes, c => c.Before), RegistryFields.Json(true, changes, c => c.After));
}
