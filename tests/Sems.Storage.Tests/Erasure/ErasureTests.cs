using Sems.Storage.Audit;
using Sems.Storage.Erasure;
using Sems.Storage.Ledger;
using Sems.Storage.Outbox;
using Sems.Storage.Registry;
using Sems.Storage.Tests.Support;

namespace Sems.Storage.Tests.Erasure;

/// <summary>A student is taken out of everything that is kept.</summary>
public abstract class ErasureTests(TestDatabase database) : DatabaseTests(database)
{
    private const string Pseudonym = "erased-0123456789ab";
    private static readonly Vehicle Bike = new("雅迪", "DE2", "lead_acid", 60, 20);

    public sealed class OnSqlite() : ErasureTests(new SqliteTestDatabase());

    public sealed class OnPostgres() : ErasureTests(new PostgresTestDatabase());

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var n in new[] { "1", "2" })
        {
            await Storage.Registry.SaveStudentAsync(new StudentRecord(
                "s" + n, "c" + n, "user" + n, "hash" + n, n == "1", "1380000" + n, Bike, "占位", "openid-" + n, Clock.GetUtcNow(), 3, Clock.GetUtcNow()));
        }
    }

    [Fact]
    public async Task Everything_of_the_person_goes_and_everything_of_the_school_stays()
    {
        var paid = await BilledAsync("s1", 120, BillStatus.Paid);
        var free = await BilledAsync("s1", 0, null); // nothing to pay
        var others = await BilledAsync("s2", 75, null);
        var (totals, days, owed) = (await Storage.Ledger.TotalsAsync(), Days(), Number("SELECT sum(unpaid_bills) FROM arrears"));
        foreach (var kind in new[] { PushKind.AlreadyFinish, PushKind.PayFinish })
            foreach (var (charge, student) in new[] { (paid, "s1"), (others, "s2") }) await Storage.Outbox.AddAsync(new PushRequest(charge, kind, student, "{}", Clock.GetUtcNow()));
        var sent = (await Storage.Outbox.PushesAsync(new PushFilter("s1", Kind: PushKind.AlreadyFinish), 1, 1)).Items.Single();
        await Storage.Outbox.RecordAsync(new PushAttempt(sent.PushId, PushState.Sent, Clock.GetUtcNow(), null, null));

        var result = await EraseAsync();

        Assert.Equal((ErasureOutcome.Erased, ("0001", "000000000000")), (result.Outcome, Assert.Single(result.Ammeters)));
        Assert.Equal(new StudentRecord("s1", "c1", null, null, true, null, Vehicle.Unknown, "占位"), await Storage.Registry.FindStudentAsync("s1"));
        Assert.Null(await Storage.Registry.FindWechatOwnerAsync("openid-1"));
        foreach (var charge in new[] { paid, free })
        {
            var row = (await Storage.Ledger.FindChargeAsync(charge))!;
            Assert.Equal((Pseudonym, Pseudonym), (row.StudentNumber, row.CardNumber));
            Assert.Equal(Pseudonym, (await Storage.Ledger.FindBillAsync(charge))!.Entry.Bill.StudentNumber);
        }
        foreach (var (table, column) in new[] { ("charges", "student_number"), ("bills", "student_number"), ("pushes", "student_number"), ("arrears", "student_number") })
        {
            Assert.Equal(0, Number($"SELECT count(*) FROM {table} WHERE {column} = 's1'"));
            Assert.True(Number($"SELECT count(*) FROM {table} WHERE {column} = 's2'") > 0, table);
        }
        Assert.Equal(0, Number("SELECT count(*) FROM charges WHERE card_number = 'c1'"));
        Assert.Equal(totals, await Storage.Ledger.TotalsAsync());
        Assert.Equal((days, owed), (Days(), Number("SELECT sum(unpaid_bills) FROM arrears")));
        Assert.Equal(PushState.Sent, (await Storage.Outbox.FindPushAsync(sent.PushId))!.State);
        Assert.Equal([PushState.Undeliverable], (await Storage.Outbox.PushesAsync(new PushFilter(Pseudonym, Kind: PushKind.PayFinish), 1, 9)).Items.Select(p => p.State));
        Assert.Equal(2, (await Storage.Outbox.PushesAsync(new PushFilter("s2", State: PushState.Pending), 1, 9)).Total); // the neighbour's still go out
        Assert.NotNull((await Storage.Registry.FindStudentAsync("s2"))!.WechatOpenid);
    }

    [Fact]
    public async Task The_audit_log_keeps_what_was_done_but_not_of_whom()
    {
        await Storage.Registry.ChangeStudentAsync("s1", s => s with { Phone = "13911112222" }, act: new AuditAct("admin", AuditWords.StudentChanged, Clock.GetUtcNow()));
        var mine = await BilledAsync("s1", 120, BillStatus.Paid);
        var others = await BilledAsync("s2", 75, BillStatus.Paid);
        await Storage.Audit.AddAsync(new AuditAct("student/s1", "ammeter.off", Clock.GetUtcNow()), AuditWords.Ammeter("0001", "01"), null, $$"""{"charge_id":{{mine}}}""");
        await Storage.Audit.AddAsync(new AuditAct("student/s2", "ammeter.off", Clock.GetUtcNow()), AuditWords.Ammeter("0001", "01"), null, $$"""{"charge_id":{{others}}}""");
        await EraseAsync();
        var rows = (await Storage.Audit.ReadPageAsync(new AuditFilter(), 1, 50)).Items.Reverse().Select(r => $"{r.Who} {r.What} {r.Subject} {r.BeforeJson} {r.AfterJson}");
        Assert.Equal(
            [
                "admin student.change student/s1  ",
                $$"""admin bill.pay bill/{{mine}} {"student_number":"{{Pseudonym}}","fen":120,"status":"unpaid"} {"student_number":"{{Pseudonym}}","fen":120,"status":"paid"}""",
                $$"""admin bill.pay bill/{{others}} {"student_number":"s2","fen":75,"status":"unpaid"} {"student_number":"s2","fen":75,"status":"paid"}""",
                $$"""{{Pseudonym}} ammeter.off ammeter/0001/01  {"charge_id":{{mine}}}""",
                $$"""student/s2 ammeter.off ammeter/0001/01  {"charge_id":{{others}}}""",
                "student/s1 student.erased student/s1  ",
            ], rows);
        Assert.Throws<InvalidOperationException>(() => Execute("UPDATE audit_log SET who = 'x'"));
        Assert.Throws<InvalidOperationException>(() => Execute("DELETE FROM audit_log"));
        Assert.Equal(0, Number("SELECT count(*) FROM erasing"));
    }

    [Fact]
    public async Task Refused_without_a_change_while_something_is_open_or_owed()
    {
        Assert.Equal(ErasureOutcome.Stale, (await EraseAsync("hash2")).Outcome);
        Assert.Equal(ErasureOutcome.Stale, (await Storage.Erasure.EraseAsync(Request("nobody", "hash1"))).Outcome);
        var starting = await BeginAsync("s1");
        Assert.Equal(ErasureOutcome.ChargeOpen, (await EraseAsync()).Outcome);
        await Storage.Ledger.SetStatusAsync(starting, ChargeStatus.Paused);
        Assert.Equal(ErasureOutcome.ChargeOpen, (await EraseAsync()).Outcome);
        await Storage.Ledger.CloseChargeAsync(End(starting, "s1", 1));
        Assert.Equal(ErasureOutcome.BillUnpaid, (await EraseAsync()).Outcome);
        Assert.Equal("user1", (await Storage.Registry.FindStudentAsync("s1"))!.UserName);
        Assert.Equal(1, Number("SELECT count(*) FROM arrears WHERE student_number = 's1'"));
        Assert.Equal(0, (await Storage.Audit.ReadPageAsync(new AuditFilter(What: AuditWords.StudentErased), 1, 1)).Total);
    }

    [Fact]
    public async Task A_kill_after_it_is_answered_brings_nothing_back_and_the_student_may_register_again()
    {
        await BilledAsync("s1", 120, BillStatus.Paid);
        await EraseAsync();
        await CrashAsync();
        Assert.Null((await Storage.Registry.FindStudentAsync("s1"))!.UserName);
        await Storage.Registry.ChangeStudentAsync("s1", s => s with { UserName = "user1", PasswordHash = "hash3" });
        Assert.Equal("s1", await Storage.Registry.FindUserNameOwnerAsync("user1"));
        Assert.Equal(ErasureOutcome.Erased, (await Storage.Erasure.EraseAsync(Request("s1", "hash3") with { Pseudonym = "erased-second" })).Outcome);
        Assert.Equal(1, Number($"SELECT count(*) FROM bills WHERE student_number = '{Pseudonym}'"));
    }

    [Fact]
    public async Task An_openid_is_one_students()
    {
        var student = (await Storage.Registry.FindStudentAsync("s1"))!;
        await Assert.ThrowsAsync<WechatTakenException>(() => Storage.Registry.SaveStudentAsync(student with { WechatOpenid = "openid-2" }));
        await Assert.ThrowsAsync<WechatTakenException>(() => Storage.Registry.ChangeStudentAsync("s1", s => s with { WechatOpenid = "openid-2" }));
        Assert.Equal("s2", await Storage.Registry.FindWechatOwnerAsync("openid-2"));
        Assert.Equal(student, await Storage.Registry.FindStudentAsync("s1"));
    }

    private long Days() => Number("SELECT sum(sessions * 1000 + unpaid_bills * 100 + paid_bills * 10 + unpaid_fen + paid_fen) FROM daily_totals");

    private Task<ErasureResult> EraseAsync(string hash = "hash1") => Storage.Erasure.EraseAsync(Request("s1", hash));

    private ErasureRequest Request(string student, string hash) =>
        new(student, hash, Pseudonym, new AuditAct("student/" + student, AuditWords.StudentErased, Clock.GetUtcNow()));

    private async Task<long> BilledAsync(string student, long fen, BillStatus? settled)
    {
        var id = await BeginAsync(student);
        await Storage.Ledger.CloseChargeAsync(End(id, student, fen));
        if (settled is { } to) await Storage.Ledger.SettleBillAsync(new BillSettlement(id, student, to, "admin", Clock.GetUtcNow(), null));
        return id;
    }
}
