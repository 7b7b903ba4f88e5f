namespace Sems.Storage.Audit;

/// <summary>A change that an administrator, or the program for one, has made.</summary>
/// <param name="AuditId">Grows in the order of the changes.</param>
/// <param name="Subject">What was changed: campus, or station/0001.</param>
/// <param name="BeforeJson">What was there, or null for nothing.</param>
/// <param name="AfterJson">What is there since, or null for nothing.</param>
public sealed record AuditRecord(
    long AuditId, DateTimeOffset At, string Who, string What, string Subject, string? BeforeJson, string? AfterJson);

/// <summary>Which changes to list; null means any.</summary>
/// <param name="From">Not before.</param>
/// <param name="To">Before.</param>
public sealed record AuditFilter(
    string? Who = null, string? What = null, string? Subject = null, DateTimeOffset? From = null, DateTimeOffset? To = null);
