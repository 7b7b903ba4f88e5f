namespace Sems.Storage.Settings;

/// <summary>What is set for the campus, or apart for a station.</summary>
/// <param name="Scope">The campus or a station, in the words of <see cref="Audit.AuditWords"/>.</param>
/// <param name="Version">From 1; one more with every change.</param>
/// <param name="Json">Only what is set; {} for nothing any more.</param>
/// <param name="ChangedBy">By whom it was last changed.</param>
/// <param name="ChangedAt">When.</param>
public sealed record StoredSettings(string Scope, long Version, string Json, string ChangedBy, DateTimeOffset ChangedAt);
