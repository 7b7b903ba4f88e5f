using Sems.Storage.Audit;

namespace Sems.Storage.Accounts;

/// <summary>
/// Accounts of the operators' console. A change and its row of the audit log are made together, durable when the task completes. There is
/// always an administrator that is not disabled, once there was one: two changes at once cannot take the last two away.
/// </summary>
public interface IAccounts : IAccountsReader
{
    /// <summary>Makes an account.</summary>
    /// <exception cref="StorageUnavailableException">It was not made.</exception>
    Task<AccountOutcome> AddAsync(AccountRecord account, AuditAct? act = null);

    /// <summary>Changes an account.</summary>
    /// <param name="userName">Whose.</param>
    /// <param name="change">From what it is to what it is to be, the name excepted; may be asked more than once, so it only computes.</param>
    /// <param name="act">Who changes what, for the audit log; null for nothing worth a row.</param>
    /// <param name="afterJson">What the row of the log says; null for role and state before and after.</param>
    /// <exception cref="StorageUnavailableException">It was not made.</exception>
    Task<AccountOutcome> ChangeAsync(string userName, Func<AccountRecord, AccountRecord> change, AuditAct? act = null, string? afterJson = null);

    /// <summary>Takes an account away.</summary>
    /// <exception cref="StorageUnavailableException">It was not taken away.</exception>
    Task<AccountOutcome> RemoveAsync(string userName, AuditAct act);
}
