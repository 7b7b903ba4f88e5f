using System.Globalization;
using Sems.Grains.Ammeters;
using Sems.Grains.Rules;
using Sems.Grains.Settings;
using Sems.Grains.Tariffs;
using Sems.Storage.Curves;

namespace Sems.Grains.Tests.Rules;

/// <summary>What a row of samples, ten seconds apart, makes of the rules that samples tell.</summary>
public sealed class SampleRuleTests
{
    private const string Arm = "2 2 2 2 2 ";
    private const string Full = Arm + ".2 .2 .2 .2 .2 ";

    private const string Plateau = "1.7#70 ";
    private const string Taper = Plateau + "1.3#20 1#20 .8#20 ";

    /// <summary>Amperes, @ volts, # so many of them, ! off (the switch is meant to be open), ~ late; kWh are left out.</summary>
    [Theory]
    [InlineData("11 11", RuleSet.None)]
    [InlineData("11 11 11", RuleSet.OverCurrent)]
    [InlineData("11 11 9 11 11", RuleSet.None)]
    [InlineData("11 11 ~11 11", RuleSet.OverCurrent)] // a late one neither counts
    [InlineData("11 11 ~9 11", RuleSet.OverCurrent)] // nor breaks the row
    [InlineData("11 11 11 9 9", RuleSet.OverCurrent)]
    [InlineData("11 11 11 9 9 9", RuleSet.None)]
    [InlineData("!11 !11 !11", RuleSet.OverCurrent)] // it is no better with the switch open
    [InlineData("2@260 2@260 2@260", RuleSet.OverVoltage)]
    [InlineData("2@180 2@180 2@180", RuleSet.UnderVoltage)]
    [InlineData("2@180 2 2@0 2@180 2@180", RuleSet.UnderVoltage)] // what says nothing breaks no row
    [InlineData("2@180 2@220 2@180 2@180", RuleSet.None)]
    [InlineData("9@230 9@230 9@230", RuleSet.OverPower)]
    [InlineData("9 9 9", RuleSet.None)]
    [InlineData("!.4 !.4 !.4 !.4 !.4", RuleSet.None)]
    [InlineData("!.4 !.4 !.4 !.4 !.4 !.4", RuleSet.StrayCurrent)]
    [InlineData("!.4 !.4 !.4 !.4 !.4 !.2 !.4", RuleSet.None)]
    [InlineData(Full + ".2 1 1", RuleSet.None)]
    [InlineData(Full + ".2 1 1 1", RuleSet.TailRise)]
    [InlineData(Full + ".2 1 1 .2 1", RuleSet.None)]
    [InlineData(Arm + ".2 1 1 1 1", RuleSet.None)] // not full yet
    [InlineData(Full + ".2 !0 !0 2 2 2 2", RuleSet.None)] // a charger starts anew after a pause
    [InlineData(Full + ".2 0 0 0 2 2 2 2", RuleSet.None)] // another bike
    [InlineData(Plateau + "2.4 2.4", RuleSet.None)]
    [InlineData(Plateau + "2.4 2.4 2.4", RuleSet.CurrentSurge)]
    [InlineData(Plateau + "1 1.7 1 1.7 1 1.7", RuleSet.Oscillation)]
    [InlineData(Plateau + "1 ~1.7 1 ~1.7 1 ~1.7", RuleSet.None)]
    [InlineData(Plateau + "4 1.7 1.7 1.7 4 1.7 1.7 1.7 4 1.7", RuleSet.RepeatedSpikes)]
    [InlineData(Taper + ".8 1.2 1.2", RuleSet.None)]
    [InlineData(Taper + ".8 1.2 1.2 1.2", RuleSet.TaperRise)]
    [InlineData(Taper + ".2 .2 .2 .2 .2 .2 .6 .6 .6", RuleSet.TaperRise)] // full, and yet too little for the rule of the tail
    [InlineData(Taper + ".2 .2 .2 .2 .2 .2 1 1 1", RuleSet.TailRise)] // one rule tells it, not two
    [InlineData(Plateau + "0 0 0 0", RuleSet.None)] // somebody takes the bike
    [InlineData("1.7@220#60 1.7@205 1.7@205 1.7@205", RuleSet.PoorContact)]
    public void A_row_of_samples_is_wrong_or_not(string samples, RuleSet wrong)
    {
        var progress = SessionProgress.Of(Spread(samples).Select(Parse), Tariff.Default, new ChargingSettings());
        Assert.Equal(wrong, progress.Wrong);
    }

    [Theory]
    [InlineData("5 4", RuleSet.EnergyBackward)]
    [InlineData("5 7", RuleSet.EnergyJump)]
    [InlineData("5 .5", RuleSet.EnergyScale)]
    [InlineData("5 4 7 .7", RuleSet.EnergyBackward | RuleSet.EnergyJump | RuleSet.EnergyScale)]
    [InlineData("5 5.01 5.02", RuleSet.None)]
    public void An_odd_counter_stays_odd(string energy, RuleSet wrong)
    {
        var samples = energy.Split(' ').Select((e, i) => Parse("2", i) with { Energy = double.Parse(e, CultureInfo.InvariantCulture) });
        Assert.Equal(wrong, SessionProgress.Of(samples, Tariff.Default, new ChargingSettings()).Wrong);
    }

    [Fact]
    public void The_settings_decide()
    {
        var settings = new ChargingSettings { Rules = new RuleSettings { OverCurrent = new LimitRule(1, 1, RuleAction.Alarm) } };
        Assert.Equal(RuleSet.OverCurrent, SessionProgress.Of([Parse("2", 0)], Tariff.Default, settings).Wrong);
    }

    private static IEnumerable<string> Spread(string samples) => samples.Split(' ').Select(s => s.Split('#')).SelectMany(
        s => Enumerable.Repeat(s[0], s.Length > 1 ? int.Parse(s[1], CultureInfo.InvariantCulture) : 1));

    private static Sample Parse(string text, int i)
    {
        var marks = text[0] switch { '!' => SampleMarks.SwitchedOff, '~' => SampleMarks.Late, _ => SampleMarks.None };
        var values = text.TrimStart('!', '~').Split('@').Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray();
        return new Sample(1000 + (10 * i), 1_000_000 + (10_000 * i), values[0], 0, values.Length > 1 ? values[1] : null, null, marks);
    }
}
