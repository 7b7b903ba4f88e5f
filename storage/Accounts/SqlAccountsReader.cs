using Sems.Storage.Sql;

namespace Sems.Storage.Accounts;

/// <summary>Accounts, to be read.</summary>
internal class SqlAccountsReader(ISqlStore store) : IAccountsReader
{
    public Task<AccountRecord?> FindAsync(string userName, CancellationToken cancel = default) =>
        store.ReadAsync(session => AccountRows.FindAsync(session, userName), cancel);

    public Task<IReadOnlyList<AccountRecord>> ReadAllAsync(CancellationToken cancel = default) => store.ReadAsync(AccountRows.AllAsync, cancel);
}
