using System.Globalization;
using System.Text.RegularExpressions;
using Sems.Storage;

namespace Sems.Bench.Lists;

/// <summary>
/// A ledger of 400 days: 20,000 students, 100 stations of which the first are the busiest, bills of 20 to 619 fen, seven of ten paid, one of
/// five hundred waived. Sums are filled as the schema's own script fills them.
/// </summary>
internal static class LedgerFill
{
    private const int Days = 400;
    private const int Students = 20_000;

    /// <summary>Fills it.</summary>
    /// <param name="file">The ledger.</param>
    /// <param name="sessions">How many.</param>
    /// <param name="end">When the last one ended.</param>
    /// <param name="say">Told what is being done.</param>
    public static void Run(ILedgerFile file, int sessions, DateTimeOffset end, Action<string> say)
    {
        var indexes = new[] { "charges", "bills" }.SelectMany(file.Indexes).ToList();
        foreach (var (name, _) in indexes) file.Run($"DROP INDEX {name}");
        say($"{sessions:N0} sessions");
        file.Run(Charges(file, sessions, end));
        say("their bills");
        file.Run("""
            INSERT INTO bills (charge_id, student_number, group_number, fen, status, created_at_ms)
            SELECT charge_id, student_number, group_number, fen, CASE WHEN charge_id % 500 = 0 THEN 2 WHEN charge_id % 10 < 7 THEN 1 ELSE 0 END, ended_at_ms FROM charges
            """);
        say("stations and students");
        file.Run($"INSERT INTO ammeter_groups (group_number, name) SELECT {file.Right("'0000' || i", 4)}, 'Station ' || i FROM {file.Numbers(100)}");
        file.Run($"INSERT INTO students (student_number) SELECT 's' || {file.Right("'00000000' || i", 8)} FROM {file.Numbers(Students)}");
        say("sums");
        foreach (var sum in Sums(file.Schema)) file.Run(sum);
        file.Run($"""
            UPDATE ledger_totals SET ended_charges = {sessions}, bills = {sessions}, bills_fen = (SELECT sum(fen) FROM bills),
            unpaid_fen = (SELECT sum(fen) FROM bills WHERE status = 0), energy_wh = (SELECT sum(energy_wh) FROM charges) WHERE id = 1;
            UPDATE id_blocks SET next = {sessions + 1} WHERE name = 'charge';
            """);
        foreach (var (name, sql) in indexes)
        {
            say($"index {name}");
            file.Run(sql);
        }

        say("settling");
        file.Settle();
    }

    private static string Charges(ILedgerFile file, int sessions, DateTimeOffset end)
    {
        var step = (long)TimeSpan.FromDays(Days).TotalMilliseconds / sessions;
        var first = end.AddDays(-Days).ToUnixTimeMilliseconds();
        return string.Create(CultureInfo.InvariantCulture, $"""
            INSERT INTO charges (charge_id, group_number, ammeter_number, student_number, card_number, status, started_at_ms, ended_at_ms, samples, energy_wh, reason, tariff_json, fen)
            SELECT i, {file.Right("'0000' || (1 + (i * 40503 % 1000) * (i * 40503 % 1000) / 10000)", 4)}, {file.Right("'000000000000' || (i * 31 % 40)", 12)},
                   's' || {file.Right($"'00000000' || (1 + i * 48271 % {Students})", 8)}, 'card', 4, {first} + (i * {step}) - 3600000 * (1 + i % 11), {first} + (i * {step}),
                   1200, 100.0 + (i * 7919 % 9000) / 10.0, 'student', '{EmptyTariff}', 20 + i * 104729 % 600
            FROM {file.Numbers(sessions)}
            """);
    }

    private const string EmptyTariff = "{}";

    /// <summary>The statements of the schema's script that fill the tables of sums.</summary>
    private static IEnumerable<string> Sums(string schema)
    {
        var assembly = typeof(IDatabase).Assembly;
        var resource = assembly.GetManifestResourceNames().Single(n => n.Contains($".{schema}.Schema.", StringComparison.Ordinal) && n.EndsWith("_ledger.sql", StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return [.. Regex.Matches(reader.ReadToEnd(), @"INSERT INTO (daily_totals|arrears)\b.*?;", RegexOptions.Singleline).Select(m => m.Value)];
    }
}
