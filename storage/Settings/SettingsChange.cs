using Sems.Storage.Audit;

namespace Sems.Storage.Settings;

/// <summary>What is to be set for a scope, all of it.</summary>
/// <param name="Scope">The campus or a station, in the words of <see cref="AuditWords"/>.</param>
/// <param name="ExpectedVersion">The version the change was made on; 0 when nothing was ever set.</param>
/// <param name="Json">Takes the place of what was set; {} to take everything back.</param>
/// <param name="Act">Who and when, for the audit log.</param>
public sealed record SettingsChange(string Scope, long ExpectedVersion, string Json, AuditAct Act);

/// <summary>What came of a change.</summary>
public enum SettingsOutcome
{
    /// <summary>It was made, and is in the audit log.</summary>
    Changed,

    /// <summary>Just that was set already.</summary>
    Unchanged,

    /// <summary>Another change came first; nothing was changed.</summary>
    OldVersion,
}
