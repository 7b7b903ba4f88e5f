namespace Sems.Storage.Accounts;

/// <summary>Accounts, to be read; from any thread. A read that fails throws <see cref="StorageUnavailableException"/>.</summary>
public interface IAccountsReader
{
    /// <summary>The account, or null.</summary>
    Task<AccountRecord?> FindAsync(string userName, CancellationToken cancel = default);

    /// <summary>Every account, by name.</summary>
    Task<IReadOnlyList<AccountRecord>> ReadAllAsync(CancellationToken cancel = default);
}
