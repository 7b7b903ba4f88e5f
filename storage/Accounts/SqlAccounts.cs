using Sems.Storage.Audit;
using Sems.Storage.Sql;

namespace Sems.Storage.Accounts;

/// <summary>Accounts.</summary>
internal sealed class SqlAccounts(ISqlStore store) : SqlAccountsReader(store), IAccounts
{
    private readonly ISqlStore _store = store;

    public Task<AccountOutcome> AddAsync(AccountRecord account, AuditAct? act = null) =>
        _store.WriteAsync(session => AccountRows.AddAsync(session, account, act));

    public Task<AccountOutcome> ChangeAsync(string userName, Func<AccountRecord, AccountRecord> change, AuditAct? act = null, string? afterJson = null) =>
        _store.WriteAsync(session => AccountRows.ChangeAsync(session, userName, change, act, afterJson));

    public Task<AccountOutcome> RemoveAsync(string userName, AuditAct act) =>
        _store.WriteAsync(session => AccountRows.RemoveAsync(session, userName, act));
}
