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

namespace Sems.Storage;

/// <summary>What SEMS keeps, to be read: all a gateway ever gets, in the silo's process or in one of its own.</summary>
public interface IDatabaseReader : IAsyncDisposable
{
    /// <summary>Students, cards, stations and meters.</summary>
    IRegistryReader Registry { get; }

    /// <summary>Accounts of administrators and operators.</summary>
    IAccountsReader Accounts { get; }

    /// <summary>Charges and bills.</summary>
    ILedgerReader Ledger { get; }

    /// <summary>One student's charges and bills.</summary>
    IStudentLedgerReader StudentLedger { get; }

    /// <summary>What charges and bills come to.</summary>
    IReportsReader Reports { get; }

    /// <summary>Samples of charges.</summary>
    ICurveReader Curves { get; }

    /// <summary>Settings made at run time.</summary>
    ISettingsReader Settings { get; }

    /// <summary>Who changed what.</summary>
    IAuditReader Audit { get; }

    /// <summary>Pushes to students.</summary>
    IOutboxReader Outbox { get; }

    /// <summary>What is wrong on the campus.</summary>
    IAlarmsReader Alarms { get; }

    /// <summary>What rules decided.</summary>
    IDecisionsReader Decisions { get; }

    /// <summary>What curves say.</summary>
    IAnalysisReader Analysis { get; }

    /// <summary>Throws <see cref="StorageUnavailableException"/> unless the database can do its work now.</summary>
    Task ProbeAsync(CancellationToken cancel = default);

    /// <summary>Whoever writes was started again: reads from now on look at the database anew, for it may be another one.</summary>
    void Renew()
    {
    }
}
