using System.Globalization;
using Sems.Storage.Ledger;
using Sems.Storage.Reports;

namespace Sems.Gateway.Student.Reading;

/// <summary>Adds a student's bills up by months and days of China's; a student has at most a few hundred a year.</summary>
internal static class MonthReader
{
    private const string Form = "yyyy-MM";

    /// <summary>The first day of a month as it stands in an address; null when it is none of 2000 to 2100.</summary>
    public static DateOnly? Read(string text) =>
        DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first.Year is >= 2000 and <= 2100 ? first : null;

    /// <summary>So many months up to one, oldest first.</summary>
    public static async Task<IReadOnlyList<MonthView>> SumsAsync(IReportsReader reports, string student, DateOnly last, int count, CancellationToken cancel)
    {
        var first = last.AddMonths(1 - count);
        var days = await DaysAsync(reports, student, first, last.AddMonths(1), cancel);
        var sums = days.GroupBy(d => new DateOnly(d.Key.Year, d.Key.Month, 1)).ToDictionary(m => m.Key, m => m.Aggregate(default(DaySum), (sum, day) => sum + day.Value));
        return [.. Enumerable.Range(0, count).Select(i => first.AddMonths(i)).Select(month => Of(month, sums.GetValueOrDefault(month)))];
    }

    /// <summary>Each day of a month.</summary>
    public static async Task<MonthDaysView> DaysAsync(IReportsReader reports, string student, DateOnly month, CancellationToken cancel)
    {
        var days = await DaysAsync(reports, student, month, month.AddMonths(1), cancel);
        return new MonthDaysView(Text(month), [.. Enumerable.Range(0, DateTime.DaysInMonth(month.Year, month.Month)).Select(month.AddDays).Select(day =>
        {
            var sum = days.GetValueOrDefault(day);
            return new DayOfMonthView(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), sum.Sessions, sum.EnergyWh / 1000, sum.Bills.Fen);
        })]);
    }

    private static MonthView Of(DateOnly month, DaySum sum) => new(Text(month), sum.Sessions, sum.EnergyWh / 1000, sum.Bills.Fen, sum.Unpaid.Fen);

    private static async Task<Dictionary<DateOnly, DaySum>> DaysAsync(IReportsReader reports, string student, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var rows = await reports.ByDayAsync(new SumFilter(Number(from), Number(to) - 1, StudentNumber: student), cancel);
        return rows.ToDictionary(r => ChinaDay.Date(int.Parse(r.Key, CultureInfo.InvariantCulture)), r => r.Sum);
    }

    private static int Number(DateOnly day) => day.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    private static string Text(DateOnly month) => month.ToString(Form, CultureInfo.InvariantCulture);
}
