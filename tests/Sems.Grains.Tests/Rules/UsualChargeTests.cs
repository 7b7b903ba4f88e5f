using Sems.GrainInterfaces;
using Sems.Grains.Rules;
using Sems.Grains.Tests.Support;
using Sems.Storage.Alarms;

namespace Sems.Grains.Tests.Rules;

/// <summary>What is usual of a student's battery judges the student's next charge.</summary>
public sealed class UsualChargeTests : SiloFixture
{
    private const double T0 = 1_340_294_400;
    private static readonly UsualCharge Usual = new() { Charges = 9, PlateauA = 1.7, PlateauHighA = 1.75, MostEnergyWh = 800, TaperShare = 1, RatedWh = 576 };

    private IStudentGrain Student1 => Grains.GetGrain<IStudentGrain>("s1");

    [Fact]
    public async Task A_charge_unlike_the_usual_ones_raises_an_alarm_even_after_a_restart()
    {
        await Student1.Usual(Usual);
        Assert.Equal(Usual, (await Student1.Check()).Usual);
        Assert.Equal(Refusal.None, await Meter("A").Start("c1"));
        await Student1.Usual(null); // what was known at the start holds for the charge
        await ChargeAsync(0, 25);
        await RestartAsync();
        await ChargeAsync(25, 40);
        var alarm = Assert.Single((await Database.Alarms.AlarmsAsync(new AlarmFilter(Group: "0001", Rule: "unlike_usual"), 1, 10)).Items);
        Assert.Equal((AlarmSeverity.Warning, true), (alarm.Severity, alarm.IsOpen));
        Assert.Contains("1.75 A", alarm.Message, StringComparison.Ordinal);
        Assert.Equal(SwitchState.Charging, (await Meter("A").Status())!.Switch);
    }

    [Fact]
    public async Task Without_a_usual_nothing_is_compared_with_it()
    {
        await Meter("A").Start("c1");
        await ChargeAsync(0, 60);
        Assert.Empty((await Database.Alarms.AlarmsAsync(new AlarmFilter(Group: "0001"), 1, 10)).Items);
    }

    [Fact]
    public async Task The_usual_is_kept_and_forgotten_with_the_student()
    {
        await Student1.Usual(Usual);
        await RestartAsync();
        Assert.Equal(Usual, (await Student1.Check()).Usual);
        await Student1.Usual(null);
        Assert.Null((await Student1.Check()).Usual);
        await Grains.GetGrain<IStudentGrain>("nobody").Usual(Usual);
        Assert.Null((await Grains.GetGrain<IStudentGrain>("nobody").Check()).Usual);
    }

    [Fact]
    public void The_two_forms_say_the_same()
    {
        var told = new UsualCharge { Charges = 1, EnergyWh = 2, MostEnergyWh = 3, SecondsToFull = 4, TaperTauS = 5, TaperShare = 0.6, PlateauA = 7, PlateauLowA = 8, PlateauHighA = 9, LongestSecondsToFull = 10, RatedWh = 11, IsModel = true };
        Assert.Equal(told, UsualCharges.Of(UsualCharges.Of(told)));
        Assert.Null(UsualCharges.Of((UsualCharge?)null));
    }

    private async Task ChargeAsync(int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            Clock.Advance(TimeSpan.FromSeconds(10));
            await Meter("A").Charge(Sample(T0 + (10 * i), amperes: 2.6, energy: i * 0.001));
        }
    }
}
