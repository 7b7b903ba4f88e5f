using Sems.Storage.Accounts;
using Sems.Storage.Alarms;
using Sems.Storage.Analysis;
using Sems.Storage.Audit;
using Sems.Storage.Curves;
using Sems.Storage.Decisions;
using Sems.Storage.Erasure;
using Sems.Storage.Ledger;
using Sems.Storage.Ledger.Student;
using Sems.Storage.Outbox;
using Sems.Storage.Registry;
using Sems.Storage.Reports;
using Sems.Storage.Settings;
using Sems.Storage.States;

namespace Sems.Storage.Sql;

/// <summary>A database whose repositories, all but the curves', are the same on SQLite and PostgreSQL.</summary>
public abstract class SqlDatabase : IDatabase
{
    private protected SqlDatabase(ISqlStore store, ICurveStore curves, IChargeSamples samples, WriteActivity activity, TimeProvider time)
    {
        Activity = activity;
        Registry = new SqlRegistry(store);
        Accounts = new SqlAccounts(store);
        Ledger = new SqlLedger(store, samples);
        StudentLedger = new SqlStudentLedgerReader(store);
        Reports = new SqlReportsReader(store);
        Curves = curves;
        Settings = new SqlSettings(store);
        Audit = new SqlAudit(store);
        Outbox = new SqlOutbox(store);
        Alarms = new SqlAlarms(store);
        Decisions = new SqlDecisions(store);
        Analysis = new SqlAnalysisStore(store);
        Erasure = new SqlErasure(store);
        States = new SqlGrainStates(store, time);
    }

    /// <inheritdoc/>
    public IRegistry Registry { get; }

    /// <inheritdoc/>
    public IAccounts Accounts { get; }

    /// <inheritdoc/>
    public ILedger Ledger { get; }

    /// <inheritdoc/>
    public IStudentLedgerReader StudentLedger { get; }

    /// <inheritdoc/>
    public IReportsReader Reports { get; }

    /// <inheritdoc/>
    public ICurveStore Curves { get; }

    /// <inheritdoc/>
    public ISettingsStore Settings { get; }

    /// <inheritdoc/>
    public IAudit Audit { get; }

    /// <inheritdoc/>
    public IOutbox Outbox { get; }

    /// <inheritdoc/>
    public IAlarms Alarms { get; }

    /// <inheritdoc/>
    public IDecisions Decisions { get; }

    /// <inheritdoc/>
    public IAnalysisStore Analysis { get; }

    /// <inheritdoc/>
    public IErasure Erasure { get; }

    /// <inheritdoc/>
    public IGrainStateStore States { get; }

    /// <inheritdoc/>
    public WriteActivity Activity { get; }

    /// <inheritdoc/>
    public abstract Task ProbeAsync(CancellationToken cancel = default);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
