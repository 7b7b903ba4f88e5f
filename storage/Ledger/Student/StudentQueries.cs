using System.Globalization;
using Sems.Storage.Ledger.Lists;
using Sems.Storage.Sql;

namespace Sems.Storage.Ledger.Student;

/// <summary>The reading of one student's ledger.</summary>
internal static class StudentQueries
{
    private const string Last = "LEFT JOIN bill_changes h ON h.change_id = (SELECT max(x.change_id) FROM bill_changes x WHERE x.charge_id = b.charge_id)";

    private static readonly string BillColumns = LedgerQueries.Columns.TrimEnd() + ", h.changed_at_ms, h.reason ";

    /// <summary>Reads pages of bills.</summary>
    public static readonly ListReader<StudentBill> Bills = new(
        dialect => BillColumns + $"FROM {{0}} {dialect.Join} bills b ON b.charge_id = p.charge_id {dialect.Join} charges c ON c.charge_id = b.charge_id {Last}", "b", ReadBill);

    public static ValueTask<ChargeRecord?> ChargeAsync(ISqlSession session, string student, long chargeId) => session.OneAsync(
        LedgerQueries.Columns + "FROM charges c LEFT JOIN bills b ON b.charge_id = c.charge_id WHERE c.charge_id = $1 AND c.student_number = $2 AND c.status > 0",
        LedgerQueries.ReadCharge, chargeId, student);

    public static async ValueTask<IReadOnlyList<ChargeRecord>> OpenAsync(ISqlSession session, string student) =>
        await session.ListAsync(OpenSql(session.Dialect), LedgerQueries.ReadCharge, student).ConfigureAwait(false);

    public static ValueTask<StudentBill?> BillAsync(ISqlSession session, string student, long chargeId) => session.OneAsync(
        BillColumns + $"FROM bills b {session.Dialect.Join} charges c ON c.charge_id = b.charge_id {Last} WHERE b.charge_id = $1 AND b.student_number = $2",
        ReadBill, chargeId, student);

    /// <summary>The ids are numbers, and written out.</summary>
    public static async ValueTask<IReadOnlyList<ChargeNote>> NotesAsync(ISqlSession session, string student, IReadOnlyCollection<long> chargeIds) =>
        chargeIds.Count == 0 ? [] : await session.ListAsync($"""
            SELECT d.charge_id, d.rule, d.action, d.at_ms, d.message FROM decisions d {session.Dialect.Join} charges c ON c.charge_id = d.charge_id
            WHERE d.charge_id IN ({string.Join(',', chargeIds.Select(id => id.ToString(CultureInfo.InvariantCulture)))}) AND c.student_number = $1
            ORDER BY d.charge_id, d.number
            """, row => new ChargeNote(row.Long(0), row.Text(1), row.Text(2), row.Time(3), row.Text(4)), student).ConfigureAwait(false);

    internal static string OpenSql(SqlDialect dialect) => LedgerQueries.Columns + $"""
        FROM charges c{dialect.Index("charges_by_student")} LEFT JOIN bills b ON b.charge_id = c.charge_id
        WHERE c.student_number = $1 AND c.status > 0 AND c.status < 4 ORDER BY c.started_at_ms, c.charge_id
        """;

    private static StudentBill ReadBill(ISqlRow row) => new(LedgerQueries.ReadCharge(row), row.TimeOrNull(20), row.TextOrNull(21));
}
