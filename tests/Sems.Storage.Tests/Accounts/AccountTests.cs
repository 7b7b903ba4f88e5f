using Sems.Storage.Accounts;
using Sems.Storage.Audit;
using Sems.Storage.Tests.Support;

namespace Sems.Storage.Tests.Accounts;

public abstract class AccountTests(TestDatabase database) : DatabaseTests(database)
{
    public sealed class OnSqlite() : AccountTests(new SqliteTestDatabase());

    public sealed class OnPostgres() : AccountTests(new PostgresTestDatabase());

    private AuditAct Act => new("rose", AuditWords.AccountChanged, Clock.GetUtcNow());

    private AccountRecord Admin => new("admin", "hash", AccountRole.Administrator, "stamp", false, false, Clock.GetUtcNow());

    [Fact]
    public async Task An_account_stays_as_it_was_made_and_changed()
    {
        Assert.Null(await Storage.Accounts.FindAsync("admin"));
        Assert.Equal(AccountOutcome.Changed, await Storage.Accounts.AddAsync(Admin));
        var full = new AccountRecord("张三@1", "h", AccountRole.Operator, "s", true, true, Clock.GetUtcNow(), Clock.GetUtcNow().AddMinutes(1), 7, Clock.GetUtcNow().AddMinutes(2));
        await Storage.Accounts.AddAsync(full);
        Assert.Equal(AccountOutcome.Changed, await Storage.Accounts.ChangeAsync("admin", a => a with { PasswordHash = "other", Failures = 2 }));
        await ReopenAsync();
        Assert.Equal([Admin with { PasswordHash = "other", Failures = 2 }, full], await Storage.Accounts.ReadAllAsync());
        Assert.Equal(full, await Storage.Accounts.FindAsync("张三@1"));
        Assert.Null(await Storage.Accounts.FindAsync("ADMIN"));
    }

    [Theory]
    [InlineData("admin")]
    [InlineData("Admin")]
    [InlineData("ADMIN")]
    public async Task Of_two_names_that_look_alike_the_first_stays(string name)
    {
        await Storage.Accounts.AddAsync(Admin);
        Assert.Equal(AccountOutcome.Taken, await Storage.Accounts.AddAsync(Admin with { UserName = name, PasswordHash = "other" }, Act));
        Assert.Equal([Admin], await Storage.Accounts.ReadAllAsync());
        Assert.Equal(0, (await Storage.Audit.ReadPageAsync(new AuditFilter(), 1, 10)).Total);
    }

    [Fact]
    public async Task The_last_administrator_is_neither_removed_nor_disabled_nor_demoted()
    {
        await Storage.Accounts.AddAsync(Admin);
        await Storage.Accounts.AddAsync(Admin with { UserName = "operator", Role = AccountRole.Operator });
        await Storage.Accounts.AddAsync(Admin with { UserName = "disabled", Disabled = true });
        Assert.Equal(AccountOutcome.LastAdministrator, await Storage.Accounts.ChangeAsync("admin", a => a with { Disabled = true }, Act));
        Assert.Equal(AccountOutcome.LastAdministrator, await Storage.Accounts.ChangeAsync("admin", a => a with { Role = AccountRole.Operator }, Act));
        Assert.Equal(AccountOutcome.LastAdministrator, await Storage.Accounts.RemoveAsync("admin", Act));
        Assert.Equal(Admin, await Storage.Accounts.FindAsync("admin"));
        Assert.Equal(0, (await Storage.Audit.ReadPageAsync(new AuditFilter(), 1, 10)).Total);
        Assert.Equal(AccountOutcome.Changed, await Storage.Accounts.RemoveAsync("operator", Act));
        Assert.Equal(AccountOutcome.Changed, await Storage.Accounts.RemoveAsync("disabled", Act));
    }

    [Fact]
    public async Task Two_administrators_cannot_take_each_other_away_at_once()
    {
        for (var round = 0; round < 10; round++)
        {
            var (one, other) = ($"a{round}", $"b{round}");
            foreach (var name in new[] { one, other }) await Storage.Accounts.AddAsync(Admin with { UserName = name });
            foreach (var account in await Storage.Accounts.ReadAllAsync())
                if (account.UserName != one && account.UserName != other) await Storage.Accounts.RemoveAsync(account.UserName, Act);
            var outcomes = await Task.WhenAll(
                Storage.Accounts.RemoveAsync(one, Act), Storage.Accounts.ChangeAsync(other, a => a with { Disabled = true }, Act));
            Assert.Equal([AccountOutcome.Changed, AccountOutcome.LastAdministrator], outcomes.Order());
            Assert.Single(await Storage.Accounts.ReadAllAsync(), a => a.IsActiveAdministrator);
        }
    }

    [Fact]
    public async Task A_change_is_in_the_audit_log_without_hash_and_stamp()
    {
        await Storage.Accounts.AddAsync(Admin, Act with { What = AuditWords.AccountCreated });
        await Storage.Accounts.AddAsync(Admin with { UserName = "other" });
        await Storage.Accounts.ChangeAsync("other", a => a with { Role = AccountRole.Operator, SecurityStamp = "new" }, Act);
        await Storage.Accounts.ChangeAsync("other", a => a, Act);
        await Storage.Accounts.ChangeAsync("nobody", a => a with { Failures = 1 }, Act);
        await Storage.Accounts.ChangeAsync("other", a => a with { Failures = 1 }, Act with { What = AuditWords.SignInFailed }, """{"address":"10.0.0.1"}""");
        await Storage.Accounts.RemoveAsync("other", Act with { What = AuditWords.AccountRemoved });
        var rows = (await Storage.Audit.ReadPageAsync(new AuditFilter(), 1, 10)).Items;
        const string full = """{"role":"administrator","disabled":false,"must_change_password":false}""";
        const string less = """{"role":"operator","disabled":false,"must_change_password":false}""";
        Assert.Equal(
            [
                ("account.remove", "account/other", less, null), ("session.failed", "account/other", null, """{"address":"10.0.0.1"}"""),
                ("account.change", "account/other", full, less), ("account.create", "account/admin", null, full),
            ],
            rows.Select(r => (r.What, r.Subject, r.BeforeJson, r.AfterJson)));
    }

    [Fact]
    public async Task Without_its_row_of_the_log_a_change_is_not_made()
    {
        await Storage.Accounts.AddAsync(Admin);
        Execute("ALTER TABLE audit_log RENAME TO away");
        await Assert.ThrowsAsync<StorageUnavailableException>(() => Storage.Accounts.ChangeAsync("admin", a => a with { PasswordHash = "other" }, Act));
        Execute("ALTER TABLE away RENAME TO audit_log");
        Assert.Equal(Admin, await Storage.Accounts.FindAsync("admin"));
    }
}
