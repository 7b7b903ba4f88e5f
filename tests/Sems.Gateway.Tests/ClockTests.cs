using System.Globalization;

namespace Sems.Gateway.Tests;

/// <summary>Wrong clocks, of stations and of the server: durations, bills and curves stay right.</summary>
public sealed class ClockTests : IAsyncLifetime
{
    private const string Card = "5sdf87e4", Group = "0001", Ammeter = "0001";
    private TestGateway _gateway = null!;
    private double _energy;

    private SemsClient Client => _gateway.Client;

    public async Task InitializeAsync()
    {
        _gateway = await TestGateway.StartAsync(("Charging:Tariff:FenPerHour", "100"));
        (await Client.StartAsync(Card, Group, Ammeter)).MustBeDone();
    }

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    [Theory]
    [InlineData(0)]
    [InlineData(1_340_294_400)]
    [InlineData(4_000_000_000)]
    [InlineData(253_000_000_000)]
    public async Task A_stations_clock_that_is_years_off_changes_no_duration_and_no_bill(double station)
    {
        for (var i = 0; i < 360; i++) await LiveAsync(station + (10 * i));
        await EndsAfterAsync(TimeSpan.FromHours(1), fen: 100);
        Assert.Equal(Enumerable.Range(0, 360).Select(i => station + (10 * i)), await TimesAsync());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-7)]
    [InlineData(0)]
    public async Task A_stations_clock_that_goes_backward_or_stands_still_does_not_bill_less(double step)
    {
        const double station = 1_340_294_400;
        for (var i = 0; i < 360; i++) await LiveAsync(station + (step * i));
        await EndsAfterAsync(TimeSpan.FromHours(1), fen: 100);
        Assert.Equal(step == 0 ? 1 : 360, (await TimesAsync()).Distinct().Count());
    }

    [Theory]
    [InlineData(-1_803)]
    [InlineData(-7_203)]
    [InlineData(1_803)]
    [InlineData(100_000_000)]
    public async Task A_stations_clock_that_is_set_in_mid_session_does_not_stop_what_is_live(double step)
    {
        const double station = 1_340_294_400;
        var sent = new List<double>();
        for (var i = 0; i < 1080; i++)
        {
            sent.Add(station + (10 * i) + (i >= 360 ? step : 0));
            await LiveAsync(sent[^1]);
        }
        var live = (await Client.AdminAsync("/api/admin/ammeters/0001/0001")).Json.GetProperty("session");
        Assert.Equal(_energy / 1000, live.GetProperty("energy_kwh").GetDouble(), 0.002);
        await EndsAfterAsync(TimeSpan.FromHours(3), fen: 300);
        var kept = await TimesAsync();
        Assert.Equal(sent.Order(), kept.Order()); // every one, none twice
        Assert.Equal(sent[^700..], kept[^700..]); // and what came after it was set lies after what came before
    }

    [Fact]
    public async Task A_backlog_of_twelve_hours_is_kept_whole_once_and_in_order()
    {
        const double station = 1_340_294_400;
        await LiveAsync(station);
        _gateway.Clock.Advance(TimeSpan.FromHours(12) - TimeSpan.FromSeconds(10));
        for (var i = 1; i < 4_320; i++) await SendAsync(station + (10 * i));
        for (var i = 4_000; i < 4_320; i++) await SendAsync(station + (10 * i)); // the station was not sure that these had been taken
        await EndsAfterAsync(TimeSpan.FromHours(12), fen: 1200);
        Assert.Equal(Enumerable.Range(0, 4_320).Select(i => station + (10 * i)), await TimesAsync());
    }

    [Theory]
    [InlineData(-3)]
    [InlineData(-26_280)]
    [InlineData(5)]
    [InlineData(8_760)]
    public async Task The_servers_clock_set_by_hours_changes_no_duration_and_no_bill(int hours)
    {
        for (var i = 0; i < 360; i++) await LiveAsync(10 * i);
        _gateway.Clock.SetBy(TimeSpan.FromHours(hours));
        Assert.Equal("""{"money":1.00}""", (await Client.MoneyAsync(Group, Ammeter)).Text);
        for (var i = 360; i < 720; i++) await LiveAsync(10 * i);
        await EndsAfterAsync(TimeSpan.FromHours(2), fen: 200);
        Assert.Equal(Enumerable.Range(0, 720).Select(i => 10d * i), await TimesAsync());

        (await Client.StartAsync(Card, Group, Ammeter)).MustBeDone(); // the next session knows the new time
        var next = (await Client.ChargesAsync("?status=open")).Single();
        Assert.Equal(_gateway.Clock.GetUtcNow(), At(next, "started_at"));
    }

    [Fact]
    public async Task A_server_that_comes_back_with_an_earlier_clock_bills_no_less_than_it_has_shown()
    {
        for (var i = 0; i < 720; i++) await LiveAsync(10 * i);
        await _gateway.CloseAsync();
        _gateway.Clock.SetBy(TimeSpan.FromHours(-3));
        await _gateway.RestartAsync();
        Assert.InRange((await Client.MoneyAsync(Group, Ammeter)).Json.GetProperty("money").GetDouble(), 1.99, 2.00); // the last sample is ten seconds old
        for (var i = 720; i < 1080; i++) await LiveAsync(10 * i);
        (await Client.EndAsync(Card, Group, Ammeter)).MustBeDone();
        Assert.InRange((await EndedAsync()).GetProperty("bill").GetProperty("fen").GetInt64(), 299, 300);
    }

    /// <summary>A sample as it is measured, and the ten seconds until the next.</summary>
    private async Task LiveAsync(double time)
    {
        await SendAsync(time);
        _gateway.Clock.Advance(TimeSpan.FromSeconds(10));
    }

    private async Task SendAsync(double time) => (await Client.SampleAsync(Group, Ammeter, 1.5, ++_energy / 1000, time)).MustBeDone();

    private async Task EndsAfterAsync(TimeSpan duration, long fen)
    {
        (await Client.EndAsync(Card, Group, Ammeter)).MustBeDone();
        var ended = await EndedAsync();
        Assert.Equal((duration, fen), (At(ended, "ended_at") - At(ended, "started_at"), ended.GetProperty("bill").GetProperty("fen").GetInt64()));
    }

    private async Task<System.Text.Json.JsonElement> EndedAsync() => (await Client.ChargesAsync("?status=ended")).Single();

    private async Task<double[]> TimesAsync()
    {
        var id = (await EndedAsync()).GetProperty("id").GetInt64();
        return [.. (await Client.CurveAsync(id)).Select(p => double.Parse(p[1..p.IndexOf(',')], CultureInfo.InvariantCulture))];
    }

    private static DateTimeOffset At(System.Text.Json.JsonElement charge, string name) => charge.GetProperty(name).GetDateTimeOffset();
}
