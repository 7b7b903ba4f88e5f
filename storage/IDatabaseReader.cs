using Sems.Storage.Curves;
using Sems.Storage.Ledger;
using Sems.Storage.Registry;

namespace Sems.Storage;

/// <summary>What SEMS keeps, to be read: all a gateway ever gets, in the silo's process or in one of its own.</summary>
public interface IDatabaseReader : IAsyncDisposable
{
    /// <summary>Students, cards, stations, meters and administrators.</summary>
    IRegistryReader Registry { get; }

    /// <summary>Charges and bills.</summary>
    ILedgerReader Ledger { get; }

    /// <summary>Samples of charges.</summary>
    ICurveReader Curves { get; }

    /// <summary>Throws <see cref="StorageUnavailableException"/> unless the database can do its work now.</summary>
    Task ProbeAsync(CancellationToken cancel = default);

    /// <summary>Whoever writes was started again: reads from now on look at the database anew, for it may be another one.</summary>
    void Renew()
    {
    }
}
