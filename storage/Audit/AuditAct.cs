namespace Sems.Storage.Audit;

/// <summary>Who changes what kind of thing, and when; goes with the change it tells of, into the same transaction.</summary>
/// <param name="Who">The administrator, or the program itself.</param>
/// <param name="What">The kind of change: one of <see cref="AuditWords"/>.</param>
/// <param name="At">When.</param>
public sealed record AuditAct(string Who, string What, DateTimeOffset At);
