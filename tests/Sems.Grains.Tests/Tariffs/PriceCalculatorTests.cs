using Sems.GrainInterfaces;
using Sems.Grains.Tariffs;

namespace Sems.Grains.Tests.Tariffs;

public sealed class PriceCalculatorTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, ChinaTime.Offset);

    private static long Fen(Tariff tariff, TimeSpan occupied, params double[] wh) => PriceCalculator.Price(tariff, Noon, Noon + occupied, wh).Value;

    private static Tariff ByHour(long fen) => new() { Base = new Rate(fen, 0) };

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3600, 50)]
    [InlineData(1800, 25)]
    [InlineData(35, 0)] // 0.486 fen
    [InlineData(36, 1)] // 0.5 fen: half up
    [InlineData(107, 1)] // 1.486
    [InlineData(108, 2)] // 1.5
    [InlineData(8 * 3600, 400)]
    [InlineData(-5, 0)]
    public void The_default_is_half_a_yuan_an_hour_by_the_second_rounded_half_up(int seconds, long fen) =>
        Assert.Equal(fen, Fen(Tariff.Default, TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void A_part_of_a_second_is_not_charged() => Assert.Equal(0, Fen(ByHour(1800), TimeSpan.FromSeconds(0.999)));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1000, 80)]
    [InlineData(6.25, 1)] // 0.5 fen
    [InlineData(6.24, 0)]
    public void Energy_is_charged_by_the_kilowatt_hour(double wh, long fen) =>
        Assert.Equal(fen, Fen(new Tariff { Base = new Rate(0, 80) }, TimeSpan.FromHours(3), wh));

    [Fact]
    public void Time_and_energy_add_before_rounding() =>
        Assert.Equal(1, Fen(new Tariff { Base = new Rate(50, 80) }, TimeSpan.FromSeconds(18), 3.125)); // 0.25 + 0.25 fen

    [Theory]
    [InlineData(1, 50)]
    [InlineData(10, 300)]
    public void A_cap_limits_the_whole(int hours, long fen) =>
        Assert.Equal(fen, Fen(ByHour(50) with { CapFen = 300 }, TimeSpan.FromHours(hours)));

    [Theory]
    [InlineData(29, 0)]
    [InlineData(30, 0)]
    [InlineData(90, 50)]
    public void Free_minutes_are_taken_off_the_time(int minutes, long fen) =>
        Assert.Equal(fen, Fen(ByHour(50) with { FreeMinutes = 30 }, TimeSpan.FromMinutes(minutes)));

    [Fact]
    public void Free_minutes_do_not_give_energy_away() =>
        Assert.Equal(80, Fen(new Tariff { Base = new Rate(50, 80), FreeMinutes = 60 }, TimeSpan.FromMinutes(60), 1000));

    public static TheoryData<string, int, int, long> Bands => new()
    {
        // start HH:mm:ss, hours, minutes → fen; 30 fen an hour from 22:00 to 08:00, else 60
        { "21:00:00", 1, 0, 60 },
        { "21:00:00", 2, 0, 90 },
        { "22:00:00", 10, 0, 300 },
        { "07:00:00", 2, 0, 90 },
        { "21:59:30", 0, 1, 1 }, // 0.5 + 0.25
        { "12:00:00", 24, 0, (14 * 60) + (10 * 30) },
        { "12:34:56", 48, 0, 2 * ((14 * 60) + (10 * 30)) },
    };

    [Theory]
    [MemberData(nameof(Bands))]
    public void Time_of_use_bands_follow_the_clock_on_the_wall_in_China(string start, int hours, int minutes, long fen)
    {
        var tariff = new Tariff { Base = new Rate(60, 0), Bands = [new TariffBand(22 * 60, 8 * 60, new Rate(30, 0))] };
        var from = new DateTimeOffset(new DateOnly(2026, 3, 2), TimeOnly.Parse(start), ChinaTime.Offset).ToUniversalTime();
        Assert.Equal(new Fen(fen), PriceCalculator.Price(tariff, from, from.AddHours(hours).AddMinutes(minutes), []));
    }

    [Fact]
    public void The_first_band_that_holds_an_instant_counts()
    {
        var tariff = new Tariff { Base = new Rate(60, 0), Bands = [new TariffBand(720, 780, new Rate(100, 0)), new TariffBand(0, 1440, new Rate(10, 0))] };
        Assert.Equal(110, Fen(tariff, TimeSpan.FromHours(2)));
    }

    [Fact]
    public void Energy_is_priced_at_the_rate_of_its_band()
    {
        var tariff = new Tariff { Base = new Rate(0, 60), Bands = [new TariffBand(0, 480, new Rate(0, 30))] };
        Assert.Equal(90, Fen(tariff, TimeSpan.FromHours(1), 1000, 1000));
    }

    [Theory]
    [InlineData(-1, 0, null, 0)]
    [InlineData(100_001, 0, null, 0)]
    [InlineData(0, -1, null, 0)]
    [InlineData(0, 0, -1L, 0)]
    [InlineData(0, 0, null, -1)]
    [InlineData(0, 0, null, 1441)]
    public void A_nonsensical_tariff_is_named(long hour, long kwh, long? cap, int free) =>
        Assert.NotNull(new Tariff { Base = new Rate(hour, kwh), CapFen = cap, FreeMinutes = free }.Fault());

    [Theory]
    [InlineData(-1, 10)]
    [InlineData(10, 1441)]
    [InlineData(1440, 10)]
    [InlineData(60, 60)]
    public void A_nonsensical_band_is_named(int from, int to) =>
        Assert.NotNull(new Tariff { Base = new Rate(1, 1), Bands = [new TariffBand(from, to, new Rate(1, 1))] }.Fault());

    [Fact]
    public void The_default_tariff_is_sound() => Assert.Null(Tariff.Default.Fault());
}
