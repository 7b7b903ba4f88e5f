using Sems.Storage.Analysis;
using Sems.Storage.Audit;
using Sems.Storage.Erasure;
using Sems.Storage.Registry;
using Sems.Storage.Tests.Support;

namespace Sems.Storage.Tests.Analysis;

/// <summary>What curves say is kept once, with what was learnt of it.</summary>
public abstract class AnalysisTests(TestDatabase database) : DatabaseTests(database)
{
    private static readonly Vehicle Bike = new("雅迪", "DE3", "铅酸", 48, 12);

    public sealed class OnSqlite() : AnalysisTests(new SqliteTestDatabase());

    public sealed class OnPostgres() : AnalysisTests(new PostgresTestDatabase());

    [Fact]
    public async Task A_charge_that_ends_is_due_in_its_turn_until_it_is_learnt()
    {
        var open = await BeginAsync("s0");
        var first = await EndedAsync("s1");
        await Storage.Analysis.LearnAsync(Analysis(first), "s1", null);
        await Storage.Analysis.QueueOlderAsync(2, 9); // to be learnt anew: those that end now come before it
        var second = await EndedAsync("s2");
        Assert.Equal([new DueCharge(second, "s2"), new DueCharge(first, "s1")], await Storage.Analysis.DueAsync(9));
        Assert.Equal([new DueCharge(second, "s2")], await Storage.Analysis.DueAsync(1));

        Assert.Equal(LearnOutcome.Learnt, await Storage.Analysis.LearnAsync(Analysis(second), "s2", null));
        Assert.Equal([new DueCharge(first, "s1")], await Storage.Analysis.DueAsync(9));
        Assert.Equal(Analysis(second), await Storage.Analysis.FindAsync(second));
        Assert.Null(await Storage.Analysis.FindAsync(open));
        Assert.Equal(LearnOutcome.Stale, await Storage.Analysis.LearnAsync(Analysis(open), "s0", null));
    }

    [Fact]
    public async Task Each_step_has_its_effect_once_and_a_kill_between_them_loses_none()
    {
        var charge = await EndedAsync("s1");
        var told = Analysis(charge) with { StudentNumber = "s1", Vehicle = 1, ModelKey = "m", ModelDue = true };
        Assert.Equal(LearnOutcome.Learnt, await Storage.Analysis.LearnAsync(told, "s1", Battery("s1")));
        Assert.Equal(LearnOutcome.Known, await Storage.Analysis.LearnAsync(told, "s1", Battery("s1") with { Revision = 1, Charges = 2 }));
        await CrashAsync();
        Assert.Equal([charge], (await Storage.Analysis.DueAsync(9)).Select(d => d.ChargeId)); // the model is yet to learn
        Assert.Equal(LearnOutcome.Learnt, await Storage.Analysis.LearnAsync(charge, Model("m")));
        Assert.Equal(LearnOutcome.Known, await Storage.Analysis.LearnAsync(charge, Model("m") with { Revision = 1, Charges = 2 }));
        Assert.Empty(await Storage.Analysis.DueAsync(9));
        Assert.Equal(Battery("s1") with { Revision = 1 }, await Storage.Analysis.FindBatteryAsync("s1"));
        Assert.Equal(Model("m") with { Revision = 1, Batteries = 1 }, await Storage.Analysis.FindModelAsync("m"));
        Assert.Equal(Model("m") with { Revision = 1, Batteries = 1, StateJson = "" }, Assert.Single(await Storage.Analysis.ModelsAsync()));
        Assert.Equal(told with { ModelDue = false }, await Storage.Analysis.FindAsync(charge));
    }

    [Fact]
    public async Task What_was_read_before_another_change_is_refused_and_changes_nothing()
    {
        var (first, second) = (await EndedAsync("s1"), await EndedAsync("s1"));
        await Storage.Analysis.LearnAsync(Analysis(first), "s1", Battery("s1"));
        Assert.Equal(LearnOutcome.Stale, await Storage.Analysis.LearnAsync(Analysis(second), "s1", Battery("s1") with { Charges = 7 }));
        Assert.Equal(LearnOutcome.Stale, await Storage.Analysis.LearnAsync(Analysis(second), "s2", null)); // not whose it is
        Assert.Null(await Storage.Analysis.FindAsync(second));
        Assert.Equal(1, (await Storage.Analysis.FindBatteryAsync("s1"))!.Charges);
        Assert.Equal(LearnOutcome.Learnt, await Storage.Analysis.LearnAsync(Analysis(second) with { ModelKey = "m", ModelDue = true }, "s1", Battery("s1") with { Revision = 1, Charges = 2 }));
        Assert.Equal(LearnOutcome.Stale, await Storage.Analysis.LearnAsync(second, Model("m") with { Revision = 4 }));
        Assert.Null(await Storage.Analysis.FindModelAsync("m"));
    }

    [Fact]
    public async Task Another_bike_is_another_battery_and_the_old_one_stays_apart()
    {
        await Storage.Analysis.LearnAsync(Analysis(await EndedAsync("s1")), "s1", Battery("s1"));
        await Storage.Analysis.LearnAsync(Analysis(await EndedAsync("s1")), "s1", Battery("s1", number: 2, soh: 99));
        Assert.Equal((2, 99d), (await Storage.Analysis.FindBatteryAsync("s1")) is { } now ? (now.Number, now.Health.Soh) : default);
        Assert.Equal((false, 85d), (await Storage.Analysis.FindBatteryAsync("s1", 1)) is { } old ? (old.IsCurrent, old.Health.Soh) : default);
        Assert.Equal(1, (await Storage.Analysis.SummaryAsync()).Batteries);
    }

    [Fact]
    public async Task A_newer_version_makes_the_older_due_again_a_few_at_a_time()
    {
        long[] charges = [await EndedAsync("s1"), await EndedAsync("s1"), await EndedAsync("s1")];
        foreach (var charge in charges) await Storage.Analysis.LearnAsync(Analysis(charge), "s1", null);
        Assert.Equal(0, await Storage.Analysis.QueueOlderAsync(1, 2));
        Assert.Equal(2, await Storage.Analysis.QueueOlderAsync(2, 2));
        Assert.Equal(charges[..2], (await Storage.Analysis.DueAsync(9)).Select(d => d.ChargeId));
        Assert.Equal(LearnOutcome.Learnt, await Storage.Analysis.LearnAsync(Analysis(charges[0]) with { Version = 2 }, "s1", null));
        Assert.Equal(1, await Storage.Analysis.QueueOlderAsync(2, 2));
        Assert.Equal(0, await Storage.Analysis.QueueOlderAsync(2, 2));
        Assert.Equal(charges[1..], (await Storage.Analysis.DueAsync(9)).Select(d => d.ChargeId));
    }

    [Fact]
    public async Task A_student_who_is_erased_leaves_no_battery_and_analyses_that_are_nobodys()
    {
        await Storage.Registry.SaveStudentAsync(new StudentRecord("s1", "c1", "user", "hash", false, null, Bike));
        var charge = await EndedAsync("s1", fen: 0);
        await Storage.Analysis.LearnAsync(Analysis(charge) with { StudentNumber = "s1", Vehicle = 1 }, "s1", Battery("s1"));
        var late = await EndedAsync("s1", fen: 0);
        var erased = await Storage.Erasure.EraseAsync(new ErasureRequest("s1", "hash", "erased-1", new AuditAct("student/s1", AuditWords.StudentErased, Clock.GetUtcNow())));
        Assert.Equal(ErasureOutcome.Erased, erased.Outcome);
        Assert.Null(await Storage.Analysis.FindBatteryAsync("s1"));
        Assert.Equal(Analysis(charge), await Storage.Analysis.FindAsync(charge));
        Assert.Equal(LearnOutcome.Stale, await Storage.Analysis.LearnAsync(Analysis(late), "s1", Battery("s1"))); // it was being learnt meanwhile
        Assert.Equal([new DueCharge(late, "erased-1")], await Storage.Analysis.DueAsync(9));
        Assert.Equal(LearnOutcome.Learnt, await Storage.Analysis.LearnAsync(Analysis(late), "erased-1", null));
        Assert.Equal(0, Number("SELECT count(*) FROM battery_health") + Number("SELECT count(*) FROM charge_analysis WHERE student_number IS NOT NULL"));
    }

    [Fact]
    public async Task What_was_left_is_what_the_student_said_last()
    {
        Assert.Null(await Storage.Analysis.FindLeftAsync(1));
        await Storage.Analysis.SayLeftAsync(1, 30);
        await Storage.Analysis.SayLeftAsync(1, 0);
        Assert.Equal(0, await Storage.Analysis.FindLeftAsync(1));
        await Storage.Analysis.SayLeftAsync(1, null);
        Assert.Null(await Storage.Analysis.FindLeftAsync(1));
    }

    [Fact]
    public async Task A_reader_of_its_own_sees_the_same()
    {
        var charge = await EndedAsync("s1");
        await Storage.Analysis.LearnAsync(Analysis(charge) with { ModelKey = "m", ModelDue = true }, "s1", Battery("s1"));
        await Storage.Analysis.LearnAsync(charge, Model("m"));
        await using var reader = OpenReader();
        Assert.Equal(await Storage.Analysis.FindAsync(charge), await reader.Analysis.FindAsync(charge));
        Assert.Equal(await Storage.Analysis.FindBatteryAsync("s1"), await reader.Analysis.FindBatteryAsync("s1"));
        Assert.Equal(await Storage.Analysis.FindModelAsync("m"), await reader.Analysis.FindModelAsync("m"));
    }

    internal static BatteryRecord Battery(string student, int number = 1, double? soh = 85, BatteryVerdict verdict = BatteryVerdict.Good, Vehicle? label = null, long charges = 1, int day = 1) => new(
        student, number, true, label ?? Bike, "m", new HealthFigures(soh, soh - 3, soh + 3, verdict), charges, At(0), At(day), 1, 0, """{"reasons":["甲"]}""", """{"n":1}""");

    internal static DateTimeOffset At(int day) => ManualTimeProvider.Start.AddDays(day);

    private ChargeAnalysis Analysis(long charge) => new(charge, 1, Clock.GetUtcNow(), null, null, null, false, 2, 1, """{"phases":[]}""", null);

    private static BrandModelRecord Model(string key) => new(key, "雅迪", "DE3", "铅酸", 48, 12, 1, 0, false, At(0), At(1), 1, 0, "{}", """{"n":1}""");

    private async Task<long> EndedAsync(string student, long fen = 120)
    {
        var id = await BeginAsync(student);
        await Storage.Ledger.CloseChargeAsync(End(id, student, fen));
        return id;
    }
}
