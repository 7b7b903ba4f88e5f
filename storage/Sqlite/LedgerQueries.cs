using System.Text;
using Sems.Storage.Ledger;
using Sems.Storage.Sqlite.Raw;

namespace Sems.Storage.Sqlite;

/// <summary>The reading half of the ledger.</summary>
internal static class LedgerQueries
{
    private const string SelectCharge = """
        SELECT c.charge_id, c.group_number, c.ammeter_number, c.student_number, c.card_number, c.status, c.started_at_ms,
               c.ended_at_ms, c.full_at_ms, c.samples, c.energy_wh, c.reason, c.tariff_json,
               b.student_number, b.fen, b.status, b.created_at_ms, c.energy_backward, c.energy_jumps, c.energy_scales
        FROM charges c LEFT JOIN bills b ON b.charge_id = c.charge_id
        """;

    public static ChargeRecord? Charge(SqliteDatabase database, long chargeId)
    {
        using var row = database.Statement(SelectCharge + " WHERE c.charge_id = ?").With(chargeId);
        return row.Step() ? ReadCharge(row) : null;
    }

    public static Page<ChargeRecord> Charges(SqliteDatabase database, (ChargeFilter Filter, int Page, int Size) key)
    {
        var where = Where(key.Filter);
        long total;
        using (var count = Bind(database.Statement("SELECT count(*) FROM charges c" + where), key.Filter))
        {
            count.Step();
            total = count.Long(0);
        }

        var skip = (key.Page - 1L) * key.Size;
        var items = new List<ChargeRecord>();
        if (skip >= total) return new Page<ChargeRecord>(items, total);
        using var rows = Bind(database.Statement(
            SelectCharge + where + " ORDER BY c.started_at_ms DESC, c.charge_id DESC LIMIT ? OFFSET ?"), key.Filter)
            .With(key.Size).With(skip);
        while (rows.Step()) items.Add(ReadCharge(rows));
        return new Page<ChargeRecord>(items, total);
    }

    public static IReadOnlyList<OpenCharge> OpenCharges(SqliteDatabase database, int unused)
    {
        var open = new List<OpenCharge>();
        using var rows = database.Statement("""
            SELECT charge_id, group_number, ammeter_number, student_number, status FROM charges
            WHERE status < 4 ORDER BY started_at_ms, charge_id
            """);
        while (rows.Step())
            open.Add(new OpenCharge(rows.Long(0), rows.Text(1), rows.Text(2), rows.Text(3), (ChargeStatus)rows.Int(4)));
        return open;
    }

    public static long UnpaidFen(SqliteDatabase database, string studentNumber)
    {
        using var row = database.Statement("SELECT coalesce(sum(fen), 0) FROM bills WHERE student_number = ? AND status = 0")
            .With(studentNumber);
        row.Step();
        return row.Long(0);
    }

    public static LedgerTotals Totals(SqliteDatabase database, int unused)
    {
        using var row = database.Statement("""
            SELECT (SELECT count(*) FROM charges WHERE status < 4 AND status > 0), ended_charges, bills, bills_fen, unpaid_fen, energy_wh
            FROM ledger_totals WHERE id = 1
            """);
        row.Step();
        return new LedgerTotals(row.Long(0), row.Long(1), row.Long(2), row.Long(3), row.Long(4), row.Double(5));
    }

    /// <summary>
    /// The filter as SQL. Statuses are written out, not bound, and "status &lt; 4" is said as it stands in the partial
    /// index of open charges: only then may SQLite use it.
    /// </summary>
    private static string Where(ChargeFilter filter)
    {
        var sql = new StringBuilder(" WHERE c.status > 0");
        if (filter.Group is not null) sql.Append(" AND c.group_number = ?");
        if (filter.Ammeter is not null) sql.Append(" AND c.ammeter_number = ?");
        if (filter.StudentNumber is not null) sql.Append(" AND c.student_number = ?");
        if (filter.Statuses is not { } wanted) return sql.ToString();
        var statuses = wanted.Distinct().Order().ToList();
        if (!statuses.Contains(ChargeStatus.Ended)) sql.Append(" AND c.status < 4");
        return sql.Append(" AND c.status IN (").AppendJoin(',', statuses.Select(s => (int)s)).Append(')').ToString();
    }

    private static SqliteStatement Bind(SqliteStatement statement, ChargeFilter filter)
    {
        if (filter.Group is not null) statement.With(filter.Group);
        if (filter.Ammeter is not null) statement.With(filter.Ammeter);
        if (filter.StudentNumber is not null) statement.With(filter.StudentNumber);
        return statement;
    }

    private static ChargeRecord ReadCharge(SqliteStatement row)
    {
        var id = row.Long(0);
        var bill = row.IsNull(13) ? null : new BillRecord(id, row.Text(13), row.Long(14), (BillStatus)row.Int(15), Time(row.Long(16)));
        return new ChargeRecord(id, row.Text(1), row.Text(2), row.Text(3), row.Text(4), (ChargeStatus)row.Int(5), Time(row.Long(6)),
            TimeOrNull(row.LongOrNull(7)), TimeOrNull(row.LongOrNull(8)), row.LongOrNull(9), row.DoubleOrNull(10), row.TextOrNull(11),
            row.Text(12), bill, row.IsNull(17) ? null : new EnergyFaultCounts(row.Int(17), row.Int(18), row.Int(19)));
    }

    private static DateTimeOffset Time(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms);

    private static DateTimeOffset? TimeOrNull(long? ms) => ms is { } value ? Time(value) : null;
}
