namespace Sems.Storage.Audit;

/// <summary>
/// The audit log. Rows are added, never changed. A change in storage takes its <see cref="AuditAct"/> along into its own transaction; this
/// is for what is no single change.
/// </summary>
public interface IAudit : IAuditReader
{
    /// <summary>Adds a row; durable when the task completes.</summary>
    /// <param name="act">Who, what, when.</param>
    /// <param name="subject">What it was done to.</param>
    /// <param name="beforeJson">JSON, or null.</param>
    /// <param name="afterJson">JSON, or null.</param>
    /// <exception cref="StorageUnavailableException">It was not kept.</exception>
    Task AddAsync(AuditAct act, string subject, string? beforeJson, string? afterJson);

    /// <summary>Adds a row that may have been added before: one of the same who, what, subject and time is the same.</summary>
    /// <inheritdoc cref="AddAsync"/>
    Task AddOnceAsync(AuditAct act, string subject, string? beforeJson, string? afterJson);
}
