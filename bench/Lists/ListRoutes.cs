using System.Globalization;

namespace Sems.Bench.Lists;

/// <summary>What is asked for: typical filters, the worst there are, and the deepest pages.</summary>
internal static class ListRoutes
{
    /// <summary>Every route.</summary>
    /// <param name="end">When the last session ended.</param>
    /// <param name="sessions">How many there are.</param>
    public static IEnumerable<string> All(DateTimeOffset end, int sessions)
    {
        var deepest = Math.Min(sessions, 100_000) / 50;
        string Ago(int days) => Uri.EscapeDataString(end.AddDays(-days).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        var month = $"from={Ago(45)}&to={Ago(15)}";
        var half = $"from={Ago(390)}&to={Ago(190)}";
        foreach (var filter in new[]
        {
            "", "status=open", "status=ended", "student=s00000007", "group=0001", "group=0100", "group=0001&ammeter=000000000001", "ammeter=000000000001", month, half,
            "minFen=600", "minFen=601", "minFen=100&maxFen=130", $"{half}&minFen=560", $"{month}&minFen=300", $"group=0001&{half}&minFen=560", "student=s00000007&minFen=300",
        })
        {
            foreach (var sort in new[] { "-started_at", "fen", "-energy_kwh", "-ended_at" }) yield return $"/charges?{filter}&sort={sort}";
        }

        foreach (var sort in new[] { "-started_at", "started_at", "fen", "-energy_kwh", "-ended_at" }) yield return $"/charges?sort={sort}&page={deepest}";
        yield return $"/charges?{half}&minFen=100&page={deepest}";
        yield return "/charges?group=0001&sort=-fen&page=400";
        yield return "/charges?pageSize=500&page=200";
        foreach (var filter in new[]
        {
            "", "status=unpaid", "status=waived", "student=s00000007", "group=0001", "group=0001&status=waived", month, half, "minFen=600", "minFen=601",
            $"{half}&minFen=560", $"status=unpaid&{half}", "status=unpaid&minFen=590", "status=paid&minFen=100&maxFen=130", $"group=0001&{half}&minFen=560",
        })
        {
            foreach (var sort in new[] { "-created_at", "fen" }) yield return $"/bills?{filter}&sort={sort}";
        }

        foreach (var sort in new[] { "-created_at", "-fen" }) yield return $"/bills?sort={sort}&page={deepest}";
        yield return $"/bills?status=paid&sort=fen&page={deepest}";
        yield return $"/bills?{half}&minFen=100&page={deepest}";
        foreach (var query in new[] { "by=day", $"by=day&from={Ago(400)}", $"by=day&from={Ago(400)}&group=0001", "by=day&student=s00000007", "by=station", $"by=station&from={Ago(400)}", $"by=student&{month}", $"by=student&{month}&group=0001", $"by=student&{month}&page=40&pageSize=500", "by=student&student=s00000007" })
            yield return "/bills/summary?" + query;
        yield return "/arrears";
        yield return "/arrears?sort=unpaid_fen&page=30&pageSize=500";
        yield return "/overview";
        yield return "/events";
        yield return "/events?limit=100";
        foreach (var query in new[] { "", "search=s", "search=s00000007", "arrears=true", "arrears=false", "arrears=true&search=s0001", "blocked=true" })
        {
            foreach (var sort in new[] { "student_number", "-unpaid_fen" }) yield return $"/students?{query}&sort={sort}&page=3";
        }

        yield return "/students/s00000007/account";
        yield return $"/charges/{sessions / 2}";
        yield return $"/bills/{sessions / 2}";
    }
}
