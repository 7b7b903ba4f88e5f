using Sems.GrainInterfaces;
using Sems.Grains.Analysis;
using Sems.Grains.Tests.Support;
using Sems.Storage;
using Sems.Storage.Analysis;
using Sems.Storage.Registry;

namespace Sems.Grains.Tests.Analysis;

/// <summary>Charges that ended are learnt once, by battery and model.</summary>
public class LearningTests : SiloFixture
{
    private static readonly Vehicle Bike = new("雅迪", "DE3", "铅酸", 48, 12);
    private const string Model = "雅迪|de3|lead_acid";

    [Fact]
    public async Task A_charge_that_ended_is_learnt_and_another_look_finds_nothing_to_do()
    {
        await RideAsync("1", Bike);
        var charge = await ChargeAsync("1");
        Assert.Equal(1, await LearnAsync());
        Assert.Equal(0, await LearnAsync());
        var analysis = (await Database.Analysis.FindAsync(charge))!;
        Assert.Equal(("s1", 1, Model, false, null), (analysis.StudentNumber, analysis.Vehicle, analysis.ModelKey, analysis.ModelDue, analysis.Fault));
        var report = KeptReport.FromJson(analysis.ReportJson!);
        Assert.NotEmpty(report.Phases);
        Assert.InRange(report.Energy!.Wh, 150, 250);
        var battery = (await Database.Analysis.FindBatteryAsync("s1"))!;
        Assert.Equal((1L, Bike, Clock.GetUtcNow()), (battery.Charges, battery.Label, battery.LastAt));
        var model = (await Database.Analysis.FindModelAsync(Model))!;
        Assert.Equal((Model, 1, 1L, "DE3"), (model.Key, Learnt(model), model.Batteries, model.Model));
        Assert.Equal(48 * 12, (await Grains.GetGrain<IStudentGrain>("s1").Check()).Usual!.RatedWh); // the next charge is watched by it
        Assert.True(await Grains.GetGrain<IBatteryGrain>("s1").Learn(charge)); // as another silo's look would
        Assert.Equal(1, (await Database.Analysis.FindBatteryAsync("s1"))!.Charges);
    }

    [Fact]
    public async Task A_kill_at_any_write_loses_and_repeats_nothing()
    {
        await RideAsync("1", Bike);
        for (var round = 0; round < 4; round++)
        {
            await ChargeAsync("1");
            Database.FailWrite(1 + (round / 2), round % 2 == 0 ? FaultKind.Before : FaultKind.After, forGood: true);
            await Assert.ThrowsAnyAsync<Exception>(LearnAsync);
            Assert.True(Database.Happened);
            await RestartAsync();
            await LearnAsync();
            Assert.Equal(round + 1, (await Database.Analysis.FindBatteryAsync("s1"))!.Charges);
            Assert.Equal(round + 1, Learnt((await Database.Analysis.FindModelAsync(Model))!));
            Assert.Empty(await Database.Analysis.DueAsync(9));
        }
    }

    [Fact]
    public async Task What_cannot_be_analysed_is_written_down_and_stands_in_nobodys_way()
    {
        var empty = await ChargeAsync("1", samples: 0);
        var sound = await ChargeAsync("2");
        Assert.Equal(2, await LearnAsync());
        Assert.Equal("没有读数，无法分析", (await Database.Analysis.FindAsync(empty))!.Fault);
        Assert.Null((await Database.Analysis.FindAsync(sound))!.Fault);
        Assert.Null((await Database.Analysis.FindAsync(sound))!.ModelKey); // nobody knows what bike it is
    }

    [Fact]
    public async Task A_charge_nobody_can_read_is_given_up_after_a_few_tries()
    {
        var bad = await ChargeAsync("1");
        Database.FailCalls(new InvalidOperationException("injected"), "ReadAsync");
        for (var look = 1; look < Tries; look++) Assert.Equal(0, await LearnAsync());
        Assert.Equal(1, await LearnAsync());
        Database.Heal();
        Assert.Equal("多次分析失败，已停止尝试", (await Database.Analysis.FindAsync(bad))!.Fault);
        Assert.Equal(0, await LearnAsync());
    }

    [Fact]
    public async Task A_damaged_curve_is_told_at_once()
    {
        var bad = await ChargeAsync("1");
        Database.FailCalls(new InvalidDataException("charge 1, chunk 2: checksum"), "ReadAsync");
        Assert.Equal(1, await LearnAsync());
        Database.Heal();
        Assert.Equal("曲线已损坏，无法读取", (await Database.Analysis.FindAsync(bad))!.Fault);
    }

    [Fact]
    public async Task Another_bike_begins_another_battery_and_what_is_filled_in_does_not()
    {
        await RideAsync("1", Bike with { RatedAh = null });
        await ChargeAsync("1");
        await LearnAsync();
        await RideAsync("1", Bike with { Model = "de-3" }); // the same, written otherwise, and the label found
        await ChargeAsync("1");
        await LearnAsync();
        var first = (await Database.Analysis.FindBatteryAsync("s1"))!;
        Assert.Equal((1, 2L, 12d), (first.Number, first.Charges, first.Label.RatedAh));
        await RideAsync("1", new Vehicle("爱玛", "A500", "铅酸", 72, 20));
        await ChargeAsync("1");
        await LearnAsync();
        var second = (await Database.Analysis.FindBatteryAsync("s1"))!;
        Assert.Equal((2, 1L, "爱玛|a500|lead_acid"), (second.Number, second.Charges, second.ModelKey));
        Assert.Equal((2L, false), (await Database.Analysis.FindBatteryAsync("s1", 1)) is { } old ? (old.Charges, old.IsCurrent) : default);
    }

    [Fact]
    public async Task What_an_earlier_version_learnt_is_learnt_anew()
    {
        await RideAsync("1", Bike);
        var charge = await ChargeAsync("1");
        var label = new BatteryRecord(
            "s1", 1, true, Bike, Model, new HealthFigures(50, 40, 60, BatteryVerdict.LikelyAged), 7, Clock.GetUtcNow(), Clock.GetUtcNow(), AnalysisVersion.Current - 1, 0,
            "{}", "not what this version writes");
        var analysis = new ChargeAnalysis(charge, AnalysisVersion.Current - 1, Clock.GetUtcNow(), "s1", 1, null, false, 0, null, "{}", null);
        Assert.Equal(LearnOutcome.Learnt, await Database.Analysis.LearnAsync(analysis, "s1", label));
        Assert.Equal(1, await LearnAsync());
        Assert.Equal(AnalysisVersion.Current, (await Database.Analysis.FindAsync(charge))!.Version);
        var battery = (await Database.Analysis.FindBatteryAsync("s1"))!;
        Assert.Equal((AnalysisVersion.Current, 1L), (battery.Version, battery.Charges));
        Assert.Equal(1, Learnt((await Database.Analysis.FindModelAsync(Model))!));
    }

    [Fact]
    public async Task What_the_student_said_was_left_is_kept_for_the_battery()
    {
        await RideAsync("1", Bike);
        await Meter("A").Start("c1");
        var charge = (await Meter("A").Status())!.Session!.ChargeId;
        Assert.Equal(Refusal.None, await Grains.GetGrain<IStudentGrain>("s1").SayLeft(charge, 40));
        await Meter("A").End("c1");
        await RestartAsync();
        Assert.Equal(40, await Database.Analysis.FindLeftAsync(charge));
    }

    [Fact]
    public async Task An_outage_is_waited_for()
    {
        var charge = await ChargeAsync("1");
        Database.FailCalls("ReadAsync");
        for (var look = 0; look < 5; look++) await Assert.ThrowsAsync<StorageUnavailableException>(LearnAsync);
        Database.Heal();
        Assert.Equal(1, await LearnAsync());
        Assert.Null((await Database.Analysis.FindAsync(charge))!.Fault);
    }

    private static int Learnt(BrandModelRecord model) => BrandModelLearning.State(model) is var state ? state.Charges + state.LeftOut : 0;

    private const int Tries = Sems.Silo.Sweeping.Learner.MostTries;

    private Task<int> LearnAsync() => Silo.Learner.LearnAsync(CancellationToken.None);

    private Task RideAsync(string n, Vehicle bike) => Database.Registry.SaveStudentAsync(Student(n) with { Vehicle = bike });

    /// <summary>A charge of an hour: 200 W, then it falls.</summary>
    private async Task<long> ChargeAsync(string n, int samples = 60)
    {
        Assert.Equal(Refusal.None, await Meter("A").Start("c" + n));
        var charge = (await Meter("A").Status())!.Session!.ChargeId;
        var energy = 3.0;
        for (var i = 0; i < samples; i++)
        {
            Clock.Advance(TimeSpan.FromMinutes(1));
            var amperes = i < 45 ? 1.5 : 1.5 * Math.Exp(-(i - 45) / 10.0);
            energy += amperes * 220 * 0.62 / 1000 / 60;
            Assert.Equal(Refusal.None, await Meter("A").Charge(new ChargeSample
            {
                CurrentA = amperes,
                Energy = energy,
                Time = Clock.GetUtcNow().ToUnixTimeSeconds(),
                VoltageV = 220,
                PowerW = amperes * 220 * 0.62,
            }));
        }
        Assert.Equal(Refusal.None, await Meter("A").End("c" + n));
        return charge;
    }
}
