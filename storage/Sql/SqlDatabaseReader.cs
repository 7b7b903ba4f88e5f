using Sems.Storage.Accounts;
using Sems.Storage.Alarms;
using Sems.Storage.Analysis;
using Sems.Storage.Audit;
using Sems.Storage.Curves;
using Sems.Storage.Decisions;
using Sems.Storage.Ledger;
using Sems.Storage.Ledger.Student;
using Sems.Storage.Outbox;
using Sems.Storage.Registry;
using Sems.Storage.Reports;
using Sems.Storage.Settings;

namespace Sems.Storage.Sql;

/// <summary>A database to be read whose repositories, all but the curves', are the same on SQLite and PostgreSQL.</summary>
public abstract class SqlDatabaseReader : IDatabaseReader
{
    private protected SqlDatabaseReader(ISqlStore store, ICurveReader curves)
    {
        Registry = new SqlRegistryReader(store);
        Accounts = new SqlAccountsReader(store);
        Ledger = new SqlLedgerReader(store);
        StudentLedger = new SqlStudentLedgerReader(store);
        Reports = new SqlReportsReader(store);
        Curves = curves;
        Settings = new SqlSettingsReader(store);
        Audit = new SqlAuditReader(store);
        Outbox = new SqlOutboxReader(store);
        Alarms = new SqlAlarmsReader(store);
        Decisions = new SqlDecisionsReader(store);
        Analysis = new SqlAnalysisReader(store);
    }

    /// <inheritdoc/>
    public IRegistryReader Registry { get; }

    /// <inheritdoc/>
    public IAccountsReader Accounts { get; }

    /// <inheritdoc/>
    public ILedgerReader Ledger { get; }

    /// <inheritdoc/>
    public IStudentLedgerReader StudentLedger { get; }

    /// <inheritdoc/>
    public IReportsReader Reports { get; }

    /// <inheritdoc/>
    public ICurveReader Curves { get; }

    /// <inheritdoc/>
    public ISettingsReader Settings { get; }

    /// <inheritdoc/>
    public IAuditReader Audit { get; }

    /// <inheritdoc/>
    public IOutboxReader Outbox { get; }

    /// <inheritdoc/>
    public IAlarmsReader Alarms { get; }

    /// <inheritdoc/>
    public IDecisionsReader Decisions { get; }

    /// <inheritdoc/>
    public IAnalysisReader Analysis { get; }

    /// <summary>Throws <see cref="StorageUnavailableException"/> unless the database can be read now.</summary>
    public abstract Task ProbeAsync(CancellationToken cancel = default);

    /// <inheritdoc/>
    public abstract void Renew();

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
