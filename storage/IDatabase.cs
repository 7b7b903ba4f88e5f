using Sems.Storage.Accounts;
using Sems.Storage.Alarms;
using Sems.Storage.Analysis;
using Sems.Storage.Audit;
using Sems.Storage.Curves;
using Sems.Storage.Decisions;
using Sems.Storage.Erasure;
using Sems.Storage.Ledger;
using Sems.Storage.Outbox;
using Sems.Storage.Registry;
using Sems.Storage.Settings;
using Sems.Storage.States;

namespace Sems.Storage;

/// <summary>
/// Everything SEMS keeps, in one database, to be read and written: for grains and the silo around them. Disposing drains the writes
/// already accepted, then closes.
/// </summary>
public interface IDatabase : IDatabaseReader
{
    /// <inheritdoc cref="IDatabaseReader.Registry"/>
    new IRegistry Registry { get; }

    /// <inheritdoc cref="IDatabaseReader.Accounts"/>
    new IAccounts Accounts { get; }

    /// <inheritdoc cref="IDatabaseReader.Ledger"/>
    new ILedger Ledger { get; }

    /// <inheritdoc cref="IDatabaseReader.Curves"/>
    new ICurveStore Curves { get; }

    /// <inheritdoc cref="IDatabaseReader.Settings"/>
    new ISettingsStore Settings { get; }

    /// <inheritdoc cref="IDatabaseReader.Audit"/>
    new IAudit Audit { get; }

    /// <inheritdoc cref="IDatabaseReader.Outbox"/>
    new IOutbox Outbox { get; }

    /// <inheritdoc cref="IDatabaseReader.Alarms"/>
    new IAlarms Alarms { get; }

    /// <inheritdoc cref="IDatabaseReader.Decisions"/>
    new IDecisions Decisions { get; }

    /// <inheritdoc cref="IDatabaseReader.Analysis"/>
    new IAnalysisStore Analysis { get; }

    /// <summary>Forgets students.</summary>
    IErasure Erasure { get; }

    /// <summary>State of grains, for the embedded engine.</summary>
    IGrainStateStore States { get; }

    /// <summary>How its writes go, to be measured.</summary>
    WriteActivity Activity { get; }

    /// <summary>Throws <see cref="StorageUnavailableException"/> unless a write can be made durable now.</summary>
    new Task ProbeAsync(CancellationToken cancel = default);

    IRegistryReader IDatabaseReader.Registry => Registry;

    IAccountsReader IDatabaseReader.Accounts => Accounts;

    ILedgerReader IDatabaseReader.Ledger => Ledger;

    ICurveReader IDatabaseReader.Curves => Curves;

    ISettingsReader IDatabaseReader.Settings => Settings;

    IAuditReader IDatabaseReader.Audit => Audit;

    IOutboxReader IDatabaseReader.Outbox => Outbox;

    IAlarmsReader IDatabaseReader.Alarms => Alarms;

    IDecisionsReader IDatabaseReader.Decisions => Decisions;

    IAnalysisReader IDatabaseReader.Analysis => Analysis;

    Task IDatabaseReader.ProbeAsync(CancellationToken cancel) => ProbeAsync(cancel);
}
