using System.Globalization;
using System.Runtime.CompilerServices;
using Sems.Analysis.Charging;
using Sems.Analysis.Danger;

namespace Sems.Analysis.Tests.Danger;

/// <summary>What a row of readings, ten seconds apart, makes of the watch.</summary>
public sealed class DangerWatchTests
{
    private const string Plateau = "1.7*70 ";
    private const string Taper = Plateau + "1.3*20 1*20 .8*20 ";

    private static readonly ChargeUsual Usual = new(10, 700, 1000, 20_000, 4_000, 1, 1.7, 1.6, 1.75, 25_000, RatedWh: 720);

    /// <summary>Amperes, @ volts, * so many of them, ! the switch is meant to be open.</summary>
    [Theory]
    [InlineData("1.7*2000", DangerSigns.None)]
    [InlineData("5 1.7*100", DangerSigns.None)] // inrush
    [InlineData(Plateau + "2.4*2 1.7", DangerSigns.None)]
    [InlineData(Plateau + "2.4*3", DangerSigns.Surge)]
    [InlineData(Plateau + "2.4*3 1.7*3", DangerSigns.None)]
    [InlineData(Plateau + "99*9", DangerSigns.None)] // misread
    [InlineData("0.3*30 1.7*60", DangerSigns.None)] // a flat battery is woken first
    [InlineData(Taper, DangerSigns.None)]
    [InlineData(Taper + "1.2*2 .8", DangerSigns.None)]
    [InlineData(Taper + "1.2*3", DangerSigns.TaperRise)]
    [InlineData(Taper + ".9*60", DangerSigns.None)] // stations round
    [InlineData(Taper + "!0*6 1.7*60", DangerSigns.None)] // a charger begins anew
    [InlineData(Taper + "0 1.7*60", DangerSigns.None)]
    [InlineData(Plateau + "1*3 1.7*60", DangerSigns.None)] // a dip is no taper
    [InlineData(Plateau + "1 1.7 1 1.7", DangerSigns.None)]
    [InlineData(Plateau + "1 1.7 1 1.7 1 1.7", DangerSigns.Oscillation)]
    [InlineData(Plateau + "0*3 1.7*3 0*3 1.7*3 0*3 1.7*3", DangerSigns.Oscillation)]
    [InlineData(Plateau + "1.6 1.7 1.6 1.7 1.6 1.7 1.6 1.7", DangerSigns.None)]
    [InlineData(Plateau + "0*12 1.7*40 0*12 1.7*60", DangerSigns.None)] // a rider plugs it in again, twice
    [InlineData(Plateau + "4 1.7*5 4 1.7*9", DangerSigns.None)]
    [InlineData(Plateau + "4 1.7*5 4 1.7*5 4 1.7", DangerSigns.Spikes)]
    [InlineData("1.7*70 1.8*40 1.9*40 2*40 2.1*40 2.2*40 2.3*40", DangerSigns.None)] // without the voltage it may be the mains
    [InlineData("1.7*70 1.8*40 1.9*40 2*40 2.1*40 2.2*40 2.3*40 2.45*60", DangerSigns.Creep)]
    [InlineData("1.7@220*70 1.8@220*40 1.9@220*40 2@220*40 2.2@220*60", DangerSigns.Creep)]
    [InlineData("1.7@230*70 1.75@225*120 1.8@219*120 1.85@213*120 1.9@207*120", DangerSigns.None)] // the mains sank, the power did not rise
    [InlineData("1.7*20 0*4", DangerSigns.None)]
    [InlineData(Plateau + "0*3", DangerSigns.SuddenDrop)]
    [InlineData(Taper + "0*9", DangerSigns.None)]
    [InlineData(Plateau + "!0*9", DangerSigns.None)]
    [InlineData(Plateau + ".6*430", DangerSigns.HighTail)]
    [InlineData(Plateau + ".3*400", DangerSigns.None)]
    [InlineData(Plateau + ".6*200", DangerSigns.None)]
    [InlineData("1.7@220*60 1.7@210*60", DangerSigns.None)]
    [InlineData("1.7@220*60 1.7@205*2 1.7@220", DangerSigns.None)]
    [InlineData("1.7@220*60 1.7@205*3", DangerSigns.PoorContact)]
    [InlineData("1.7@220*60 1.2@228 1.7@220 1.2@228 1.7@220 1.7@220 1.7@220", DangerSigns.PoorContact)] // the voltage answers the current
    [InlineData("1.5@3.8*30 1.5@4.2*40 1@4.2*40 1@4.23*9", DangerSigns.None)]
    [InlineData("1.5@3.8*30 1.5@4.2*40 1@4.2*40 1@4.27*3", DangerSigns.CellOverVoltage)]
    [InlineData("2@50*30 2@54.6*40 1@54.6*40 1@55.6*3", DangerSigns.CellOverVoltage)]
    public void A_row_of_readings_shows_a_sign_or_none(string readings, DangerSigns signs) => Assert.Equal(signs, Watched(readings, usual: null).Signs);

    [Theory]
    [InlineData("1.7*1000", DangerSigns.None)]
    [InlineData("1.7*1140", DangerSigns.NoTaper)] // 1,185 Wh; 1,164 are plausible
    [InlineData("1.7*1260", DangerSigns.NoTaper | DangerSigns.OverEnergy)]
    [InlineData(Plateau + "1*2000", DangerSigns.OverEnergy | DangerSigns.HighTail)]
    [InlineData(Plateau + ".02*5", DangerSigns.SuddenDrop)]
    [InlineData(Plateau + ".02*6", DangerSigns.SuddenDrop | DangerSigns.NoTaper)] // the charger is still there
    [InlineData(Plateau + "0*9", DangerSigns.SuddenDrop)] // it is not: somebody took the bike
    [InlineData("2.2*60", DangerSigns.None)]
    [InlineData("2.5*60", DangerSigns.UnlikeUsual)]
    public void What_is_usual_is_compared(string readings, DangerSigns signs)
    {
        Assert.Equal(signs, Watched(readings, Usual).Signs);
        Assert.Equal(signs & (DangerSigns.SuddenDrop | DangerSigns.HighTail), Watched(readings, usual: null).Signs);
    }

    [Theory]
    [InlineData(1, DangerSigns.None)]
    [InlineData(4, DangerSigns.UnlikeUsual)]
    [InlineData(0.2, DangerSigns.UnlikeUsual)]
    public void A_taper_is_held_against_the_usual_one(double times, DangerSigns signs)
    {
        var watch = default(DangerWatch);
        for (var s = 0; s < 6 * 4000 * times; s += 10)
            watch.Take(new CurvePoint(1_000 + (1000L * s), 1.7 * Math.Min(1, Math.Exp((1000 - s) / (4000 * times)))), null, Usual with { MostEnergyWh = null, RatedWh = null }, DangerLimits.Default);
        Assert.Equal(signs, watch.Signs & DangerSigns.UnlikeUsual);
    }

    [Theory]
    [InlineData(0.001, 25, DangerSigns.None)]
    [InlineData(0.001, 60, DangerSigns.CounterStuck)]
    [InlineData(0.05, 240, DangerSigns.None)] // a counter that steps by 0.05 kWh may stand still that long
    public void A_counter_that_stands_still_is_seen(double step, int still, DangerSigns signs)
    {
        var (watch, wh) = (default(DangerWatch), 0d);
        for (var i = 0; i < 600 + still; i++)
        {
            if (i < 600) wh += 0.6;
            watch.Take(new CurvePoint(10_000L * (i + 1), 1.7, 220, Math.Floor(wh / 1000 / step) * step, 216), null, null, DangerLimits.Default);
        }

        Assert.Equal(signs, watch.Signs);
    }

    [Fact]
    public void Readings_that_come_twice_or_late_say_nothing()
    {
        var watch = Watched(Plateau, null);
        for (var i = 0; i < 9; i++) watch.Take(new CurvePoint(700_000, 5), null, null, DangerLimits.Default);
        for (var i = 0; i < 9; i++) watch.Take(new CurvePoint(600_000 + i, 5), null, null, DangerLimits.Default);
        Assert.Equal(DangerSigns.None, watch.Signs);
    }

    [Fact]
    public void An_open_session_has_room_for_it()
    {
        Assert.InRange(Unsafe.SizeOf<DangerWatch>(), 1, 144);
        var watch = Watched(Plateau, Usual);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) watch.Take(new CurvePoint(1_000_000 + (10_000L * i), 1.7, 220, i / 1000d, 200), 1, Usual, DangerLimits.Default);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    /// <summary>Readings of 374 W at 1.7 A, ten seconds apart.</summary>
    private static DangerWatch Watched(string readings, ChargeUsual? usual)
    {
        var (watch, at, wh) = (default(DangerWatch), 0L, 0d);
        foreach (var part in readings.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var times = part.Split('*');
            var values = times[0].TrimStart('!').Split('@').Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray();
            for (var i = 0; i < (times.Length > 1 ? int.Parse(times[1], CultureInfo.InvariantCulture) : 1); i++)
            {
                var power = values[0] * 220;
                wh += power * 10 / 3600;
                watch.Take(new CurvePoint(at += 10_000, values[0], values.Length > 1 ? values[1] : null, null, power, part[0] != '!'), wh, usual, DangerLimits.Default);
            }
        }

        return watch;
    }
}
