using System.Text.Json;
using Sems.Silo.Books;
using Sems.Storage;
using Sems.Storage.Books;

namespace Sems.Gateway.Tests.Upkeep;

/// <summary>Each kind of fault, made by hand in books that are in order, is found by its name.</summary>
public sealed class BooksTests(BooksFixture books) : IClassFixture<BooksFixture>
{
    private const string NoBill = "DELETE FROM bills WHERE charge_id = 1; UPDATE ledger_totals SET bills = 1, bills_fen = 0, unpaid_fen = 0";

    private const string EndedInTheLedger = """
        UPDATE charges SET status = 4, ended_at_ms = 1, samples = 0 WHERE charge_id = 4;
        INSERT INTO bills VALUES (4, '1030412536', '0002', 0, 0, 1); UPDATE ledger_totals SET ended_charges = 3, bills = 3
        """;

    [Fact]
    public void Books_that_are_in_order_pass_every_rule()
    {
        var report = BooksCheck.Run(books.Copy());
        Assert.Empty(report.Lines.Where(line => line.Faults.Count > 0).Select(line => $"{line.Rule.Name}: {line.Faults.Named[0]}"));
        Assert.Empty(report.InFlight.Named);
        Assert.Equal(2, Checked(BookRule.BillMissing));
        Assert.Equal(2, Checked(BookRule.BillHistory));
        Assert.Equal(4, Checked(BookRule.CurveUnreadable)); // a packed chunk, two loose ones and the journal of charge 3
        Assert.Equal(2, Checked(BookRule.ChargeStuck));
        Assert.Equal(2, Checked(BookRule.SessionDiffers));
        Assert.Equal(2, Checked(BookRule.PlaceOrphan));

        long Checked(BookRule rule) => report.Lines.Single(line => line.Rule == rule).Checked;
    }

    [Theory]
    [InlineData("bill-missing", "charge 1", NoBill, "arrears-differ", "daily-totals-differ", "charge-fen")]
    [InlineData("bill-orphan", "bill 999: there is no such charge", "INSERT INTO bills VALUES (999, '1', '0001', 0, 0, 1); UPDATE ledger_totals SET bills = 3", "arrears-differ", "daily-totals-differ")]
    [InlineData("bill-orphan", "bill 3: its charge has not ended", "INSERT INTO bills VALUES (3, '1030412535', '0001', 0, 0, 1); UPDATE ledger_totals SET bills = 3", "arrears-differ", "daily-totals-differ", "charge-fen")]
    [InlineData("bill-student", "bill 1", "UPDATE bills SET student_number = '1030412536' WHERE charge_id = 1", "arrears-differ")]
    [InlineData("bill-station", "bill 1", "UPDATE bills SET group_number = '0002' WHERE charge_id = 1", "daily-totals-differ")]
    [InlineData("bill-history", "bill 1: it is Unpaid, its history says Paid", "INSERT INTO bill_changes VALUES (99, 1, 0, 1, 'admin', 0, NULL)")]
    [InlineData("bill-history", "bill 2: it is Paid, its history says Waived", "UPDATE bills SET status = 1 WHERE charge_id = 2", "daily-totals-differ")]
    [InlineData("bill-history", "bill 2: a change begins at Unpaid, the one before ended at Waived", "INSERT INTO bill_changes VALUES (99, 2, 0, 2, 'admin', 0, 'twice')")]
    [InlineData("bill-history", "bill 1: it was waived without a reason", "PRAGMA ignore_check_constraints = 1; UPDATE bills SET status = 2 WHERE charge_id = 1; INSERT INTO bill_changes VALUES (99, 1, 0, 2, 'admin', 0, NULL); UPDATE ledger_totals SET unpaid_fen = 0", "arrears-differ", "daily-totals-differ")]
    [InlineData("bill-history", "bill 999: it has a history and is not there", "INSERT INTO bill_changes VALUES (99, 999, 0, 1, 'admin', 0, NULL)")]
    [InlineData("bill-amount", "bill 2: -5 fen", "PRAGMA ignore_check_constraints = 1; UPDATE bills SET fen = -5 WHERE charge_id = 2; UPDATE ledger_totals SET bills_fen = bills_fen - 5", "daily-totals-differ", "charge-fen")]
    [InlineData("charge-unfinished", "charge 1", "UPDATE charges SET ended_at_ms = NULL WHERE charge_id = 1", "daily-totals-differ")]
    [InlineData("charge-unfinished", "charge 2", "UPDATE charges SET samples = NULL WHERE charge_id = 2")]
    [InlineData("totals-differ", "charges ended: 3, its rows make 2", "UPDATE ledger_totals SET ended_charges = 3")]
    [InlineData("totals-differ", "bills: 1, its rows make 2", "UPDATE ledger_totals SET bills = 1")]
    [InlineData("totals-differ", "fen billed: 0, its rows make 25", "UPDATE ledger_totals SET bills_fen = 0")]
    [InlineData("totals-differ", "fen unpaid: 25, its rows make 0", "UPDATE bills SET status = 1 WHERE charge_id = 1", "bill-history", "arrears-differ", "daily-totals-differ")]
    [InlineData("totals-differ", "energy: -1 Wh", "UPDATE ledger_totals SET energy_wh = -1")]
    [InlineData("daily-totals-differ", "station 0001, ", "UPDATE daily_totals SET waived_bills = waived_bills + 1 WHERE group_number = '0001'")]
    [InlineData("daily-totals-differ", "station 0009, 1970-01-05", "INSERT INTO daily_totals VALUES (4, '0009', 1, 0, 0, 0, 0, 0, 0, 0)")]
    [InlineData("daily-totals-differ", "station 0001, ", "DELETE FROM daily_totals")]
    [InlineData("arrears-differ", "student 1030412535: ", "UPDATE arrears SET unpaid_fen = 1 WHERE student_number = '1030412535'")]
    [InlineData("arrears-differ", "student ghost: the rows make -7 fen more", "INSERT INTO arrears VALUES ('ghost', 1, 7)")]
    [InlineData("charge-fen", "charge 1", "UPDATE charges SET fen = fen + 1 WHERE charge_id = 1")]
    [InlineData("curve-unreadable", "charge 1, chunk 1: ", "UPDATE curve_chunks SET samples = X'FF' WHERE charge_id = 1")]
    [InlineData("curve-unreadable", "charge 1, chunk 1: a chunk of samples does not match", "UPDATE curve_chunks SET samples = CAST(samples || X'00' AS BLOB) WHERE charge_id = 1")]
    [InlineData("curve-unreadable", "charge 3, chunk 1: ", "UPDATE curve_chunks SET samples = X'FF' WHERE charge_id = 3 AND chunk = 1")]
    [InlineData("curve-unreadable", "charge 3, chunk 0: samples of format 99", "UPDATE curve_chunks SET format = 99 WHERE chunk = 0")]
    [InlineData("curve-unreadable", "charge 3, in the journal: ", "INSERT INTO sample_journal SELECT max(seq) + 1, max(total), X'010301FF' FROM sample_journal")]
    [InlineData("curve-order", "charge 3: chunk 2 stands where 1 should", "UPDATE curve_chunks SET chunk = 2 WHERE charge_id = 3 AND chunk = 1")]
    [InlineData("curve-order", "charge 3: chunk 1 stands where 1 should", "UPDATE curve_chunks SET through_seq = through_seq + 1000 WHERE chunk = 0")]
    [InlineData("curve-order", "charge 1, chunk 1: its samples lie outside its times", "UPDATE curve_chunks SET max_time = max_time - 1 WHERE charge_id = 1")]
    [InlineData("curve-order", "charge 3, chunk 1: its samples lie outside its times", "UPDATE curve_chunks SET max_time = max_time - 1 WHERE charge_id = 3 AND chunk = 1")]
    [InlineData("curve-count", "charge 1: 61 samples, its curve has 60", "UPDATE charges SET samples = 61 WHERE charge_id = 1")]
    [InlineData("curve-count", "charge 3, chunk 0: 47 samples, it holds 48", "UPDATE curve_chunks SET count = 47 WHERE chunk = 0")]
    [InlineData("curve-count", "charge 1, chunk 1: 59 samples, it holds 60", "UPDATE curve_chunks SET count = 59 WHERE charge_id = 1")]
    [InlineData("curve-count", "charge 1: 60 samples, its curve has 0", "DELETE FROM curve_chunks WHERE charge_id = 1", "journal-unsealed?")]
    [InlineData("curve-orphan", "curve 999", "INSERT INTO curve_chunks SELECT 999, chunk, first_at_ms, last_at_ms, min_time, max_time, count, through_seq, format, samples FROM curve_chunks WHERE charge_id = 3")]
    [InlineData("curve-orphan", "curve 0", "INSERT INTO curve_chunks SELECT 0, chunk, first_at_ms, last_at_ms, min_time, max_time, count, through_seq, format, samples FROM curve_chunks WHERE charge_id = 3")]
    [InlineData("journal-unsealed", "charge 2: 1 samples", "INSERT INTO sample_journal SELECT max(seq) + 1, max(total), X'01020100' FROM sample_journal")]
    [InlineData("journal-unreadable", "row ", "INSERT INTO sample_journal SELECT max(seq) + 1, max(total), X'63' FROM sample_journal")]
    [InlineData("journal-unreadable", "row ", "INSERT INTO sample_journal SELECT max(seq) + 1, max(total), X'010309' FROM sample_journal")]
    [InlineData("charge-stuck", "charge 9: meter 0001/0003 does not know it", "INSERT INTO charges (charge_id, group_number, ammeter_number, student_number, card_number, status, started_at_ms, tariff_json) VALUES (9, '0001', '0003', '1', '1', 0, 0, '')")]
    [InlineData("session-orphan", "meter 0002/54855, charge 4: the ledger does not know it", "DELETE FROM charges WHERE charge_id = 4")]
    [InlineData("session-orphan", "meter 0002/54855, charge 4: it has ended", EndedInTheLedger, "arrears-differ", "daily-totals-differ", "charge-fen")]
    [InlineData("session-differs", "meter 0002/54855, charge 4: the ledger's is Charging, the meter is Paused", "UPDATE charges SET status = 1 WHERE charge_id = 4")]
    [InlineData("session-differs", "charge 4: the ledger's is student 1's", "UPDATE charges SET student_number = '1' WHERE charge_id = 4")]
    [InlineData("session-differs", "charge 4: the ledger's is of another meter", "UPDATE charges SET ammeter_number = '0003' WHERE charge_id = 4", "charge-stuck")]
    public void A_fault_in_the_ledger_is_named(string rule, string what, string sql, params string[] withIt) =>
        MustFind(rule, what, "sems.db", sql, withIt);

    [Theory]
    [InlineData("state-unreadable", "meter 0001/0002: ", "UPDATE grain_states SET payload = CAST('{' AS BLOB) WHERE grain_key = '0001/0002'")]
    [InlineData("state-unreadable", "student 1: it is not whole", "INSERT INTO grain_states VALUES ('student', '1', 1, CAST('null' AS BLOB), 0)")]
    [InlineData("state-unreadable", "meter 0001/0002: it is not whole", "UPDATE grain_states SET payload = CAST('{}' AS BLOB) WHERE grain_key = '0001/0002'")]
    [InlineData("charge-stuck", "charge 4: meter 0002/54855 does not know it", "DELETE FROM grain_states WHERE grain_key IN ('0002/54855', '1030412536')")]
    [InlineData("session-differs", "charge 3: the ledger's is Charging, the meter is Idle", "UPDATE grain_states SET payload = CAST(json_remove(CAST(payload AS TEXT), '$.Switch') AS BLOB) WHERE grain_key = '0001/0001'")]
    [InlineData("place-missing", "meter 0001/0001, charge 3: student 1030412535 has no place for it", "DELETE FROM grain_states WHERE grain_key = '1030412535'")]
    [InlineData("place-orphan", "student ghost, charge 3: meter 0001/0001 has no such session", "INSERT INTO grain_states SELECT grain_type, 'ghost', 1, payload, 0 FROM grain_states WHERE grain_key = '1030412535'")]
    public void A_fault_in_the_grain_states_is_named(string rule, string what, string sql) => MustFind(rule, what, GrainStates.File, sql, []);

    [Theory]
    [InlineData("starting", """
        INSERT INTO grain_states SELECT grain_type, '0001/0003', 1, CAST(json_object('Effects', json_array(), 'Intent', json_set(json_extract(CAST(payload AS TEXT), '$.Session'), '$.ChargeId', 900)) AS BLOB), 0
        FROM grain_states WHERE grain_key = '0001/0001'
        """)]
    [InlineData("ending", """
        UPDATE grain_states SET payload = CAST(json_set(json_remove(CAST(payload AS TEXT), '$.Session'), '$.Effects',
            json('[{"Kind":3,"ChargeId":3,"StudentNumber":"1030412535"},{"Kind":4,"ChargeId":0},{"Kind":2,"ChargeId":3}]')) AS BLOB)
        WHERE grain_key = '0001/0001'
        """)]
    public void What_is_on_its_way_is_told_but_is_no_fault(string what, string sql)
    {
        var data = books.Copy();
        using (var file = new DataFile(Path.Combine(data, GrainStates.File))) file.Run(sql);
        var report = BooksCheck.Run(data);
        Assert.Empty(report.Lines.SelectMany(line => line.Faults.Named));
        Assert.Equal(what == "starting"
            ? "meter 0001/0003: start of charge 900"
            : "meter 0001/0001: StudentClose of charge 3, GroupReport, LedgerClose of charge 3", Assert.Single(report.InFlight.Named));
    }

    [Fact]
    public void A_damaged_file_is_named()
    {
        var data = books.Copy();
        using (var file = new DataFile(Path.Combine(data, "sems.db")))
            file.Run("PRAGMA writable_schema = 1; UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'students') WHERE name = 'cards'");
        Assert.Equal("file-damaged", BooksFixture.Broken(data)[0].Rule.Name);
    }

    [Fact]
    public async Task The_verb_names_the_first_twenty_and_answers_by_its_exit_code()
    {
        var data = books.Copy();
        var (code, text, _) = await Verbs.RunAsync("check", "--data", data);
        Assert.Equal(0, code);
        Assert.Equal(BookRule.All.Count + 1, text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.EndsWith("The books are in order\n", text, StringComparison.Ordinal);

        using (var file = new DataFile(Path.Combine(data, "sems.db")))
            file.Run("WITH RECURSIVE n(i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 1024) INSERT INTO bills SELECT i, '1', '0001', 0, 0, 1 FROM n");
        (code, text, _) = await Verbs.RunAsync("check", "--data", data);
        Assert.Equal(1, code);
        Assert.Contains("FAULT  bill-orphan", text, StringComparison.Ordinal);
        Assert.Contains("bill 1019: there is no such charge\n         … and 5 more\n", text, StringComparison.Ordinal);
        Assert.EndsWith("The books have faults: 28\n", text, StringComparison.Ordinal);

        (code, text, _) = await Verbs.RunAsync("check", "--json", "--data", data);
        var reply = JsonDocument.Parse(text).RootElement;
        Assert.Equal((1, false), (code, reply.GetProperty("clean").GetBoolean()));
        var orphans = reply.GetProperty("rules").EnumerateArray().Single(r => r.GetProperty("name").GetString() == "bill-orphan");
        Assert.Equal((27, 25, 20), (orphans.GetProperty("checked").GetInt32(), orphans.GetProperty("faults").GetInt32(), orphans.GetProperty("named").GetArrayLength()));
    }

    [Fact]
    public async Task Books_that_cannot_be_checked_are_neither_in_order_nor_faulty()
    {
        var data = books.Copy();
        using (var file = new DataFile(Path.Combine(data, "sems.db"))) file.Run("INSERT INTO schema_migrations VALUES (9999, 'newer', 0)");
        var (code, text, error) = await Verbs.RunAsync("check", "--data", data);
        Assert.Equal((2, ""), (code, text));
        Assert.Contains("made by a newer SEMS", error, StringComparison.Ordinal);
        (code, _, error) = await Verbs.RunAsync("check", "--data", data + "-missing");
        Assert.Equal(2, code);
        Assert.Contains("is no data directory of SEMS", error, StringComparison.Ordinal);
        File.Delete(Path.Combine(data, "sems.db"));
        Assert.Throws<StorageUnavailableException>(() => BooksCheck.Run(data));
    }

    private void MustFind(string rule, string what, string file, string sql, string[] withIt)
    {
        var data = books.Copy();
        using (var database = new DataFile(Path.Combine(data, file))) database.Run(sql);
        var broken = BooksFixture.Broken(data);
        // Those with a question mark: whether the journal still has what is gone from a curve depends on when it was trimmed.
        var perhaps = withIt.Where(name => name.EndsWith('?')).Select(name => name.TrimEnd('?')).ToList();
        Assert.Equal(
            withIt.Where(name => !name.EndsWith('?')).Append(rule).Order(StringComparer.Ordinal),
            broken.Select(line => line.Rule.Name).Except(perhaps).Order(StringComparer.Ordinal));
        Assert.Contains(what, Assert.Single(broken.Single(line => line.Rule.Name == rule).Faults.Named), StringComparison.Ordinal);
    }
}
