using Sems.Storage.Audit;
using Sems.Storage.Sql;

namespace Sems.Storage.Accounts;

/// <summary>Rows of accounts. Whoever changes one holds the lock of all: the last administrator is found by looking at every row.</summary>
internal static class AccountRows
{
    private const string Columns =
        "password_hash, role, security_stamp, disabled, must_change_password, created_at_ms, last_sign_in_at_ms, failures, locked_until_ms, username";

    private const string Lock = "administrators";

    public static ValueTask<AccountRecord?> FindAsync(ISqlSession session, string userName) =>
        session.OneAsync($"SELECT {Columns} FROM administrators WHERE username = $1", Read!, userName);

    public static async ValueTask<IReadOnlyList<AccountRecord>> AllAsync(ISqlSession session) =>
        await session.ListAsync($"SELECT {Columns} FROM administrators ORDER BY username", Read).ConfigureAwait(false);

    public static async ValueTask<AccountOutcome> AddAsync(ISqlSession session, AccountRecord account, AuditAct? act)
    {
        await session.LockAsync(Lock).ConfigureAwait(false);
        var all = await AllAsync(session).ConfigureAwait(false);
        if (all.Any(a => string.Equals(a.UserName, account.UserName, StringComparison.OrdinalIgnoreCase))) return AccountOutcome.Taken;
        await session.RunAsync($"INSERT INTO administrators ({Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)", Values(account)).ConfigureAwait(false);
        if (act is not null) await AuditRows.AddAsync(session, act, Subject(account), null, AccountAudit.Json(account)).ConfigureAwait(false);
        return AccountOutcome.Changed;
    }

    public static async ValueTask<AccountOutcome> ChangeAsync(
        ISqlSession session, string userName, Func<AccountRecord, AccountRecord> change, AuditAct? act, string? afterJson)
    {
        await session.LockAsync(Lock).ConfigureAwait(false);
        if (await FindAsync(session, userName).ConfigureAwait(false) is not { } before) return AccountOutcome.Unknown;
        var after = change(before) with { UserName = before.UserName };
        if (after == before) return AccountOutcome.Unchanged;
        if (!after.IsActiveAdministrator && await IsLastAsync(session, before).ConfigureAwait(false)) return AccountOutcome.LastAdministrator;
        await session.RunAsync("""
            UPDATE administrators SET password_hash = $1, role = $2, security_stamp = $3, disabled = $4, must_change_password = $5, created_at_ms = $6,
            last_sign_in_at_ms = $7, failures = $8, locked_until_ms = $9 WHERE username = $10
            """, Values(after)).ConfigureAwait(false);
        if (act is not null)
        {
            var beforeJson = afterJson is null ? AccountAudit.Json(before) : null;
            await AuditRows.AddAsync(session, act, Subject(before), beforeJson, afterJson ?? AccountAudit.Json(after)).ConfigureAwait(false);
        }
        return AccountOutcome.Changed;
    }

    public static async ValueTask<AccountOutcome> RemoveAsync(ISqlSession session, string userName, AuditAct act)
    {
        await session.LockAsync(Lock).ConfigureAwait(false);
        if (await FindAsync(session, userName).ConfigureAwait(false) is not { } account) return AccountOutcome.Unknown;
        if (await IsLastAsync(session, account).ConfigureAwait(false)) return AccountOutcome.LastAdministrator;
        await session.RunAsync("DELETE FROM administrators WHERE username = $1", userName).ConfigureAwait(false);
        await AuditRows.AddAsync(session, act, Subject(account), AccountAudit.Json(account), null).ConfigureAwait(false);
        return AccountOutcome.Changed;
    }

    private static async ValueTask<bool> IsLastAsync(ISqlSession session, AccountRecord account) =>
        account.IsActiveAdministrator && (await AllAsync(session).ConfigureAwait(false)).Count(a => a.IsActiveAdministrator) == 1;

    private static string Subject(AccountRecord account) => AuditWords.Account(account.UserName);

    private static object?[] Values(AccountRecord a) =>
    [
        a.PasswordHash, (long)a.Role, a.SecurityStamp, a.Disabled ? 1L : 0L, a.MustChangePassword ? 1L : 0L, a.CreatedAt?.ToUnixTimeMilliseconds() ?? 0L,
        a.LastSignInAt?.ToUnixTimeMilliseconds(), (long)a.Failures, a.LockedUntil?.ToUnixTimeMilliseconds(), a.UserName,
    ];

    private static AccountRecord Read(ISqlRow row) => new(
        row.Text(9), row.Text(0), (AccountRole)row.Int(1), row.Text(2), row.Long(3) != 0, row.Long(4) != 0,
        row.Long(5) == 0 ? null : row.Time(5), row.TimeOrNull(6), row.Int(7), row.TimeOrNull(8));
}
