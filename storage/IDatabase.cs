using Sems.Storage.Curves;
using Sems.Storage.Ledger;
using Sems.Storage.Registry;
using Sems.Storage.States;

namespace Sems.Storage;

/// <summary>Everything SEMS keeps, in one database. Disposing drains the writes already accepted, then closes.</summary>
public interface IDatabase : IAsyncDisposable
{
    /// <summary>Students, cards, stations, meters and administrators.</summary>
    IRegistry Registry { get; }

    /// <summary>Charges and bills.</summary>
    ILedger Ledger { get; }

    /// <summary>Samples of charges.</summary>
    ICurveStore Curves { get; }

    /// <summary>State of grains, for the embedded engine.</summary>
    IGrainStateStore States { get; }

    /// <summary>Throws <see cref="StorageUnavailableException"/> unless a write can be made durable now.</summary>
    Task ProbeAsync(CancellationToken cancel = default);
}
