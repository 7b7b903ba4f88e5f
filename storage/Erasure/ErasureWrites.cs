using System.Text.Json;
using Sems.Storage.Analysis;
using Sems.Storage.Audit;
using Sems.Storage.Registry;
using Sems.Storage.Sql;

namespace Sems.Storage.Erasure;

/// <summary>The steps of an erasure, inside its transaction.</summary>
internal static class ErasureWrites
{
    public static async ValueTask<ErasureResult> EraseAsync(ISqlSession session, ErasureRequest request)
    {
        var (number, pseudonym) = (request.StudentNumber, request.Pseudonym);
        await session.LockAsync(RegistryWrites.People).ConfigureAwait(false);
        if (await WhyNotAsync(session, request).ConfigureAwait(false) is { } refused) return new ErasureResult(refused, []);
        await session.RunAsync("""
            UPDATE students SET username = NULL, password_hash = NULL, phone = NULL, brand = NULL, model = NULL, battery_type = NULL, rated_voltage = NULL,
            rated_ah = NULL, wechat_openid = NULL, wechat_bound_at_ms = NULL, failures = 0, locked_until_ms = NULL WHERE student_number = $1
            """, number).ConfigureAwait(false);
        await session.RunAsync("UPDATE charges SET student_number = $1, card_number = $1 WHERE student_number = $2", pseudonym, number).ConfigureAwait(false);
        await AnalysisRows.EraseAsync(session, number).ConfigureAwait(false);
        await session.RunAsync("UPDATE bills SET student_number = $1 WHERE student_number = $2", pseudonym, number).ConfigureAwait(false);
        await session.RunAsync("UPDATE arrears SET student_number = $1 WHERE student_number = $2", pseudonym, number).ConfigureAwait(false);
        await session.RunAsync("""
            UPDATE pushes SET state = 2, error = '学生已注销', done_at_ms = $1 WHERE student_number = $2 AND state = 0
            """, request.Act.At.ToUnixTimeMilliseconds(), number).ConfigureAwait(false);
        await session.RunAsync("UPDATE pushes SET student_number = $1 WHERE student_number = $2", pseudonym, number).ConfigureAwait(false);
        await HideAsync(session, number, pseudonym).ConfigureAwait(false);
        await AuditRows.AddAsync(session, request.Act, AuditWords.Student(number), null, null).ConfigureAwait(false);
        return new ErasureResult(ErasureOutcome.Erased, await session.ListAsync(
            "SELECT DISTINCT group_number, ammeter_number FROM charges WHERE student_number = $1 ORDER BY group_number, ammeter_number",
            row => (row.Text(0), row.Text(1)), pseudonym).ConfigureAwait(false));
    }

    private static async ValueTask<ErasureOutcome?> WhyNotAsync(ISqlSession session, ErasureRequest request)
    {
        var student = await RegistryQueries.StudentAsync(session, request.StudentNumber).ConfigureAwait(false);
        if (student is not { UserName: not null, PasswordHash: { } hash } || hash != request.PasswordHash) return ErasureOutcome.Stale;
        var open = await session.OneAsync<long?>("SELECT charge_id FROM charges WHERE student_number = $1 AND status < 4 LIMIT 1", row => row.Long(0),
            request.StudentNumber).ConfigureAwait(false);
        if (open is not null) return ErasureOutcome.ChargeOpen;
        // Kept as they are until this ends: none is reopened meanwhile.
        var bills = await session.ListAsync("SELECT status, fen FROM bills WHERE student_number = $1" + session.Dialect.ForUpdate,
            row => (Status: row.Long(0), Fen: row.Long(1)), request.StudentNumber).ConfigureAwait(false);
        return bills.Any(bill => bill is { Status: 0, Fen: > 0 }) ? ErasureOutcome.BillUnpaid : null;
    }

    /// <summary>The audit log: rows of the student say no more than what and when; rows of charges and bills do not say whose they are.</summary>
    private static async ValueTask HideAsync(ISqlSession session, string number, string pseudonym)
    {
        var student = AuditWords.Student(number);
        await session.RunAsync("INSERT INTO erasing (id) VALUES (1)").ConfigureAwait(false);
        await session.RunAsync("UPDATE audit_log SET before_json = NULL, after_json = NULL WHERE subject = $1", student).ConfigureAwait(false);
        await session.RunAsync("UPDATE audit_log SET who = $1 WHERE who = $2 AND subject <> $2", pseudonym, student).ConfigureAwait(false);
        await session.RunAsync("""
            UPDATE audit_log SET before_json = replace(before_json, $1, $2), after_json = replace(after_json, $1, $2)
            WHERE subject IN (SELECT 'bill/' || charge_id FROM bills WHERE student_number = $3)
            """, InFacts(number), InFacts(pseudonym), pseudonym).ConfigureAwait(false);
        await session.RunAsync("DELETE FROM erasing").ConfigureAwait(false);
    }

    /// <summary>As <see cref="AuditFacts"/> writes it.</summary>
    private static string InFacts(string number) => "\"student_number\":" + JsonSerializer.Serialize(number, AuditFactsJson.Default.String);
}
