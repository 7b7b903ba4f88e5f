using Sems.GrainInterfaces;
using Sems.Grains.Tests.Support;
using Sems.Storage.Curves;
using Sems.Storage.Ledger;

namespace Sems.Grains.Tests.Ammeters;

public class AmmeterGrainTests : SiloFixture
{
    private const double T0 = 1_340_294_400;

    [Fact]
    public async Task A_charge_from_swipe_to_bill()
    {
        Assert.Equal(Refusal.None, await Meter("A").Start("c1"));
        Assert.Equal("A1 B2 C2", await PollAsync());
        Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(Refusal.None, await Meter("A").Charge(Sample(T0, energy: 5)));
        Clock.Advance(TimeSpan.FromMinutes(60));
        Assert.Equal(Refusal.None, await Meter("A").Charge(Sample(T0 + 3600, energy: 5.4)));
        Assert.Equal(new MoneyAnswer(Refusal.None, new Fen(50)), await Meter("A").Money());
        Assert.Equal(Refusal.None, await Meter("A").End("c1"));
        Assert.Equal("A2 B2 C2", await PollAsync());

        var charge = (await Database.Ledger.ChargesAsync(new ChargeFilter(), 1, 10)).Items.Single();
        Assert.Equal((ChargeStatus.Ended, 2L, "card"), (charge.Status, charge.Samples!.Value, charge.Reason));
        Assert.Equal(400, charge.EnergyWh!.Value, 3);
        Assert.Equal(50, charge.Bill!.Fen);
        Assert.Equal(new MoneyAnswer(Refusal.None, new Fen(50)), await Meter("A").Money());
    }

    [Fact]
    public async Task The_same_calls_again_change_nothing()
    {
        for (var i = 0; i < 2; i++) Assert.Equal(Refusal.None, await Meter("A").Start("c1"));
        for (var i = 0; i < 3; i++) Assert.Equal(Refusal.None, await Meter("A").Charge(Sample(T0)));
        for (var i = 0; i < 2; i++) Assert.Equal(Refusal.None, await Meter("A").End("c1"));
        var charge = (await Database.Ledger.ChargesAsync(new ChargeFilter(), 1, 10)).Items.Single();
        Assert.Single(await Database.Curves.ReadAsync(charge.ChargeId));
        Assert.Equal(1, (await Database.Ledger.TotalsAsync()).Bills);
    }

    [Fact]
    public async Task Refusals_name_their_reason()
    {
        Assert.Equal(Refusal.CardUnknown, await Meter("A").Start("nobody"));
        Assert.Equal(Refusal.AmmeterUnknown, await Meter("Z").Start("c1"));
        Assert.Equal(Refusal.AmmeterUnknown, await Meter("Z").Charge(Sample(T0)));
        Assert.Equal(Refusal.AmmeterUnknown, (await Meter("Z").Money()).Refusal);
        Assert.Equal(Refusal.NoSession, await Meter("A").Charge(Sample(T0)));
        Assert.Equal(Refusal.NoSession, await Meter("A").End("c1"));
        Assert.Equal(Refusal.CardUnknown, await Meter("A").End("nobody"));
        await Meter("A").Start("c1");
        Assert.Equal(Refusal.AmmeterInUse, await Meter("A").Start("c2"));
        Assert.Equal(Refusal.AlreadyCharging, await Meter("B").Start("c1"));
        Assert.Equal(Refusal.CardMismatch, await Meter("A").End("c2"));
        await Meter("C").Control(ControlAction.Lock, "op");
        Assert.Equal(Refusal.AmmeterLocked, await Meter("C").Start("c2"));
    }

    [Fact]
    public async Task A_refused_start_leaves_nothing_behind()
    {
        await Meter("A").Start("c1");
        await Meter("B").Start("c1");
        Assert.Single(await Database.Ledger.OpenChargesAsync());
        Assert.Equal("A1 B2 C2", await PollAsync());
        await Meter("A").End("c1");
        Assert.Equal(Refusal.None, await Meter("B").Start("c1"));
    }

    [Fact]
    public async Task Full_is_seen_and_kept()
    {
        await Meter("A").Start("c1");
        for (var i = 0; i < 10; i++)
        {
            Clock.Advance(TimeSpan.FromSeconds(10));
            await Meter("A").Charge(Sample(T0 + (i * 10), amperes: i < 5 ? 1.7 : 0.1));
        }
        var seen = Clock.GetUtcNow();
        Assert.Equal(SwitchState.Low, (await Meter("A").Status())!.Switch);
        Assert.Equal("A1 B2 C2", await PollAsync());
        await RestartAsync();
        Assert.Equal(seen, (await Meter("A").Status())!.Session!.FullAt);
        Assert.Equal(ChargeStatus.Low, (await Database.Ledger.OpenChargesAsync()).Single().Status);
    }

    [Fact]
    public async Task A_restart_goes_on_counting_towards_full_and_energy()
    {
        await Meter("A").Start("c1");
        for (var i = 0; i < 10; i++)
        {
            if (i == 8) await RestartAsync();
            Clock.Advance(TimeSpan.FromSeconds(10));
            await Meter("A").Charge(Sample(T0 + (i * 10), amperes: i < 5 ? 1.7 : 0.1, energy: 1 + (i * 0.01)));
        }
        var status = (await Meter("A").Status())!;
        Assert.Equal(SwitchState.Low, status.Switch);
        Assert.Equal(10, status.Session!.Samples);
        Assert.Equal(0.09, status.Session.EnergyKwh, 6);
    }

    [Fact]
    public async Task A_command_is_pending_until_a_poll_carried_it_and_a_sample_agrees()
    {
        await Meter("A").Start("c1");
        await PollAsync();
        Assert.NotNull((await Meter("A").Control(ControlAction.Off, "op")).Status!.Pending);
        await Meter("A").Charge(Sample(T0, amperes: 0)); // agrees, but no poll has carried it
        Assert.NotNull((await Meter("A").Status())!.Pending);
        Assert.Equal("A0 B2 C2", await PollAsync());
        await Meter("A").Charge(Sample(T0 + 10, amperes: 1.7)); // carried, but current flows
        Assert.NotNull((await Meter("A").Status())!.Pending);
        await Meter("A").Charge(Sample(T0 + 20, amperes: 0));
        Assert.Null((await Meter("A").Status())!.Pending);
    }

    [Fact]
    public async Task A_lock_of_a_free_meter_is_confirmed_by_the_poll_that_carries_it()
    {
        await PollAsync();
        Assert.NotNull((await Meter("B").Control(ControlAction.Lock, "op")).Status!.Pending);
        Assert.NotNull((await Meter("B").Status())!.Pending);
        Assert.Equal("A2 B3 C2", await PollAsync());
        Assert.Null((await Meter("B").Status())!.Pending);
        Assert.Equal(SwitchState.Locked, (await Meter("B").Status())!.Switch);
    }

    [Fact]
    public async Task The_control_map_is_the_same_after_a_restart()
    {
        await Meter("A").Start("c1");
        await Meter("B").Start("c2");
        await Meter("B").Control(ControlAction.Off, "op");
        await Meter("C").Control(ControlAction.Lock, "op");
        Assert.Equal("A1 B0 C3", await PollAsync());
        await RestartAsync();
        Assert.Equal("A1 B0 C3", await PollAsync());
        Assert.Equal(2, (await SweepAsync()).Woken);
        Assert.Equal("A1 B0 C3", await PollAsync());
    }

    [Fact]
    public async Task A_release_from_afar_ends_and_bills()
    {
        await Meter("A").Start("c1");
        Clock.Advance(TimeSpan.FromHours(2));
        var answer = await Meter("A").Control(ControlAction.Release, "op");
        Assert.Equal((Refusal.None, SwitchState.Idle), (answer.Refusal, answer.Status!.Switch));
        var charge = (await Database.Ledger.ChargesAsync(new ChargeFilter(), 1, 10)).Items.Single();
        Assert.Equal((100, "release"), (charge.Bill!.Fen, charge.Reason));
        Assert.Equal(Refusal.None, await Meter("A").End("c1")); // the student comes back later
    }

    [Fact]
    public async Task Samples_while_switched_off_are_marked_and_never_mean_full()
    {
        await Meter("A").Start("c1");
        for (var i = 0; i < 5; i++) await Meter("A").Charge(Sample(T0 + (i * 10)));
        await Meter("A").Control(ControlAction.Off, "op");
        for (var i = 5; i < 20; i++) await Meter("A").Charge(Sample(T0 + (i * 10), amperes: 0));
        var status = (await Meter("A").Status())!;
        Assert.Null(status.Session!.FullAt);
        var samples = await Database.Curves.ReadAsync(status.Session.ChargeId);
        Assert.Equal(15, samples.Count(s => s.Marks.HasFlag(SampleMarks.SwitchedOff)));
    }

    [Fact]
    public async Task A_battery_is_not_full_because_the_station_has_yet_to_hear_that_it_shall_switch_on_again()
    {
        await Meter("A").Start("c1");
        for (var i = 0; i < 5; i++) await Meter("A").Charge(Sample(T0 + (i * 10)));
        await Meter("A").Control(ControlAction.Off, "op");
        await Meter("A").Charge(Sample(T0 + 50, amperes: 0));
        await Meter("A").Control(ControlAction.On, "op");
        for (var i = 6; i < 16; i++) await Meter("A").Charge(Sample(T0 + (i * 10), amperes: 0));
        Assert.Equal((SwitchState.Charging, null), ((await Meter("A").Status())!.Switch, (await Meter("A").Status())!.Session!.FullAt));
        await PollAsync(); // now it hears
        for (var i = 16; i < 20; i++) await Meter("A").Charge(Sample(T0 + (i * 10), amperes: 0));
        Assert.Null((await Meter("A").Status())!.Session!.FullAt);
        await Meter("A").Charge(Sample(T0 + 200, amperes: 0));
        Assert.Equal(SwitchState.Low, (await Meter("A").Status())!.Switch);
    }

    [Fact]
    public async Task The_clock_of_2012_at_the_end_of_a_charge_does_not_stretch_it()
    {
        await Meter("A").Start("c1");
        Clock.Advance(TimeSpan.FromSeconds(10));
        await Meter("A").Charge(Sample(1_467_753_314));
        Clock.Advance(TimeSpan.FromSeconds(10));
        await Meter("A").Charge(Sample(T0));
        await Meter("A").Charge(Sample(T0));
        var samples = await Database.Curves.ReadAsync((await Meter("A").Status())!.Session!.ChargeId);
        Assert.Equal([1_467_753_314d, T0], samples.Select(s => s.Time));
        Assert.Equal(10_000, samples[1].AtMs - samples[0].AtMs);
        Assert.True(samples[1].Marks.HasFlag(SampleMarks.ClockLeap));
    }

    [Fact]
    public async Task A_new_session_knows_nothing_of_the_samples_before_it()
    {
        await Meter("A").Start("c1");
        await Meter("A").Charge(Sample(T0));
        await Meter("A").End("c1");
        await Meter("A").Start("c1");
        var session = (await Meter("A").Status())!.Session!;
        Assert.Equal((0L, null, null), (session.Samples, session.LastSampleAt, session.CurrentA));
    }

    [Fact]
    public async Task A_late_sample_before_the_first_changes_nothing_after_a_restart()
    {
        await Meter("A").Start("c1");
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Meter("A").Charge(Sample(T0));
        await Meter("A").Charge(Sample(T0 - 10, amperes: 1.1));
        await RestartAsync();
        Clock.Advance(TimeSpan.FromSeconds(10));
        await Meter("A").Charge(Sample(T0 - 400_000_000, amperes: 1.2)); // its clock leaps eleven years back
        Assert.Equal(1.2, (await Meter("A").Status())!.Session!.CurrentA);
    }

    [Fact]
    public async Task A_meter_that_cannot_be_read_is_locked_and_holds_nobody_up()
    {
        await Meter("B").Start("c2");
        await Meter("B").End("c2");
        await Silo.SpoilAsync("ammeter", "0001/B");
        await RestartAsync();
        Assert.Equal("A2 B3 C2", await PollAsync());
        Assert.Equal(Refusal.None, await Meter("A").Start("c1"));
        Assert.Equal("A1 B3 C2", await PollAsync());
    }

    [Fact]
    public async Task A_replaced_card_of_the_same_student_may_end()
    {
        await Meter("A").Start("c1");
        await Grains.GetGrain<ICardGrain>("new").Assign("s1");
        Assert.Equal(Refusal.None, await Meter("A").End("new"));
    }
}
