using Sems.GrainInterfaces;
using Sems.Grains.Tariffs;

namespace Sems.Grains.Tests.Tariffs;

/// <summary>Bills in parts, and tariffs in words.</summary>
public sealed class BillPartsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, ChinaTime.Offset);
    private static readonly Tariff Bands = new() { Base = new Rate(50, 60), Bands = [new TariffBand(22 * 60, 6 * 60, new Rate(30, 40)), new TariffBand(780, 840, new Rate(0, 0))] };

    public static TheoryData<string, Tariff, double, double[], string> Bills() => new()
    {
        { "by the hour", Tariff.Default, 3.5, [900], "占用时长，0.50 元/小时 12600s 175" },
        { "by energy", new Tariff { Base = new Rate(0, 80) }, 3, [1234], "用电，0.80 元/度 1234Wh 99" },
        { "by both", new Tariff { Base = new Rate(50, 80) }, 1, [1000], "占用时长，0.50 元/小时 3600s 50; 用电，0.80 元/度 1000Wh 80" },
        { "fractions to who lost most", new Tariff { Base = new Rate(50, 80) }, 1.01, [1003], "占用时长，0.50 元/小时 3636s 51; 用电，0.80 元/度 1003Wh 80" },
        { "free minutes", Tariff.Default with { FreeMinutes = 30 }, 1.5, [0], "免费时长 1800s 0; 占用时长，0.50 元/小时 3600s 50" },
        { "all free", Tariff.Default with { FreeMinutes = 30 }, 0.25, [0], "免费时长 900s 0" },
        { "nothing costs anything", new Tariff { Base = new Rate(0, 0) }, 1, [500], "免费 3600s 0" },
        { "capped", Tariff.Default with { CapFen = 300 }, 8, [0], "占用时长，0.50 元/小时 28800s 400; 封顶 3.00 元，减免 -100" },
        { "not capped", Tariff.Default with { CapFen = 400 }, 8, [0], "占用时长，0.50 元/小时 28800s 400" },
        {
            "bands", Bands, 12, [700, 200, 50],
            "占用时长，0.50 元/小时 32400s 450; 用电，0.60 元/度 700Wh 42; 22:00–06:00 占用时长，0.30 元/小时 7200s 60; 22:00–06:00 用电，0.40 元/度 200Wh 8"
        },
    };

    [Theory]
    [MemberData(nameof(Bills))]
    public void A_bill_is_split(string name, Tariff tariff, double hours, double[] wh, string parts)
    {
        var end = Noon.AddHours(hours);
        var bill = PriceCalculator.Price(tariff, Noon, end, wh);
        Assert.Equal((name, parts), (name, Text(BillParts.Of(tariff, Noon, end, wh.Sum(), wh, bill))));
    }

    [Fact]
    public void Parts_sum_to_the_bill_whatever_the_tariff()
    {
        var random = new Random(11);
        for (var i = 0; i < 2_000; i++)
        {
            var bands = Enumerable.Range(0, random.Next(4)).Select(_ => new TariffBand(random.Next(720), 720 + random.Next(720), new Rate(random.Next(200), random.Next(200))));
            var tariff = new Tariff { Base = new Rate(random.Next(100), random.Next(100)), Bands = [.. bands], FreeMinutes = random.Next(3) * 20, CapFen = random.Next(2) == 0 ? null : random.Next(500) };
            var start = Noon.AddSeconds(random.Next(86_400));
            var end = start.AddSeconds(random.Next(100_000));
            var wh = Enumerable.Range(0, tariff.RateCount).Select(_ => random.NextDouble() * 2_000).ToArray();
            var bill = PriceCalculator.Price(tariff, start, end, wh);
            var parts = BillParts.Of(tariff, start, end, wh.Sum(), wh, bill);
            Assert.Equal(bill.Value, parts.Sum(p => p.Money.Value));
            Assert.DoesNotContain(parts, p => p.What == "充电费");
        }
    }

    [Fact]
    public void A_bill_that_cannot_be_split_is_one_part()
    {
        var end = Noon.AddHours(12);
        var bill = PriceCalculator.Price(Bands, Noon, end, [700, 200, 50]);
        Assert.Equal("充电费 43200s 950Wh 560", Text(BillParts.Of(Bands, Noon, end, 950, null, bill)));
        Assert.Equal("充电费 43200s 1", Text(BillParts.Of(Tariff.Default, Noon, end, null, null, new Fen(1))));
        Assert.Equal("充电费 43200s 600", Text(BillParts.Of(null, Noon, end, null, null, new Fen(600))));
        Assert.Equal("占用时长，0.50 元/小时 43200s 600", Text(BillParts.Of(Tariff.Default, Noon, end, 950, null, new Fen(600))));
    }

    [Fact]
    public void A_tariff_is_read_in_words()
    {
        Assert.Equal("0.50 元/小时", TariffText.Of(Tariff.Default));
        Assert.Equal("0.50 元/小时 + 0.60 元/度，22:00–06:00 0.30 元/小时 + 0.40 元/度，13:00–14:00 免费", TariffText.Of(Bands));
        Assert.Equal("0.80 元/度，前 30 分钟免时长费，每次最多 5.00 元", TariffText.Of(new Tariff { Base = new Rate(0, 80), FreeMinutes = 30, CapFen = 500 }));
    }

    private static string Text(IReadOnlyList<BillPart> parts) => string.Join("; ", parts.Select(p =>
        $"{p.What}{(p.Seconds is { } s ? $" {s}s" : "")}{(p.EnergyWh is { } wh ? $" {wh}Wh" : "")} {p.Money.Value}"));
}
