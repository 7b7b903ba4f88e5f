using Sems.Storage.Ledger;

namespace Sems.Storage.Reports;

/// <summary>What to add up; null means any.</summary>
/// <param name="FirstDay">The first day, see <see cref="ChinaDay"/>.</param>
/// <param name="LastDay">The last.</param>
public sealed record SumFilter(int FirstDay, int LastDay, string? Group = null, string? StudentNumber = null);

/// <summary>The sum of a day, a station or a student.</summary>
/// <param name="Key">The day's number, the station's or the student's.</param>
/// <param name="Name">The station's.</param>
/// <param name="Sum">What it comes to.</param>
public sealed record SumRow(string Key, string? Name, DaySum Sum);

/// <summary>What a student owes.</summary>
/// <param name="Unpaid">Their unpaid bills.</param>
/// <param name="OldestAt">When the oldest of them was made.</param>
/// <param name="Blocked">Whether they may not charge.</param>
public sealed record ArrearsRow(string StudentNumber, BillSum Unpaid, DateTimeOffset OldestAt, bool Blocked);
