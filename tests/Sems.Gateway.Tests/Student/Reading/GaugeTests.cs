using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Sems.GrainInterfaces;

namespace Sems.Gateway.Tests.Student.Reading;

/// <summary>How full the battery of a charge is, what it cost by time of day, and where the student is: over the whole product.</summary>
public sealed class GaugeTests
{
    private const string Jack = "1030412535";

    [Fact]
    public async Task The_gauge_counts_from_what_was_said_and_is_full_when_the_charge_is()
    {
        await using var gateway = await TestGateway.StartAsync();
        var edited = await gateway.Client.AdminSendAsync(HttpMethod.Patch, $"/api/admin/students/{Jack}", """{"vehicle":{"battery_type":"lead_acid","rated_voltage":48,"rated_ah":20}}""");
        Assert.True((int)edited.Status == 200, edited.Text);
        using var web = await WebSession.StudentAsync(gateway);
        (await gateway.Client.StartAsync("5sdf87e4", "0001", "0001")).MustBeDone();
        var id = (await gateway.Client.ChargesAsync())[0].GetProperty("id").GetInt64();
        Assert.Equal(Refusal.None, await Student(gateway).SayLeft(id, 20));
        for (var i = 0; i <= 60; i++) await SampleAsync(i, 1.2, i * 0.005);
        var said = await GaugeAsync(web);
        Assert.Equal(("said", 20, 0.96), (said.GetProperty("basis").GetString(), said.GetProperty("left_percent").GetDouble(), said.GetProperty("capacity_kwh").GetDouble()));
        Assert.Equal(20 + (300 * 65d / 960), said.GetProperty("percent").GetDouble(), 0.06);
        Assert.InRange(said.GetProperty("seconds_to_full").GetInt64(), 60, 20_000);
        for (var i = 61; i <= 70; i++) await SampleAsync(i, 0.2, 0.3);
        var full = await GaugeAsync(web);
        Assert.Equal(("full", 100), (full.GetProperty("basis").GetString(), full.GetProperty("percent").GetDouble()));

        async Task SampleAsync(int i, double amperes, double kwh)
        {
            gateway.Clock.Advance(TimeSpan.FromSeconds(60));
            (await gateway.Client.SampleAsync("0001", "0001", amperes, kwh, gateway.Clock.GetUtcNow().ToUnixTimeSeconds())).MustBeDone();
        }
    }

    [Fact]
    public async Task A_bill_whose_energy_has_its_price_by_time_of_day_is_split_by_its_curve()
    {
        await using var gateway = await TestGateway.StartAsync();
        var settings = (await gateway.Client.AdminAsync("/api/admin/settings")).Json.GetProperty("version").GetInt64();
        var set = await gateway.Client.AdminSendAsync(HttpMethod.Patch, "/api/admin/settings", """
            {"version":VERSION,"settings":{"tariff":{"fen_per_hour":0,"fen_per_kwh":60,"bands":[{"from":"22:00","to":"06:00","fen_per_hour":0,"fen_per_kwh":30}]}}}
            """.Replace("VERSION", $"{settings}"));
        Assert.True((int)set.Status == 200, set.Text);
        using var web = await WebSession.StudentAsync(gateway);
        gateway.Clock.Advance(new DateTimeOffset(2026, 3, 1, 13, 0, 0, TimeSpan.Zero) - gateway.Clock.GetUtcNow()); // nine in the evening
        (await gateway.Client.StartAsync("5sdf87e4", "0001", "0001")).MustBeDone();
        for (var i = 0; i <= 8; i++)
        {
            (await gateway.Client.SampleAsync("0001", "0001", 1.2, i * 0.1, gateway.Clock.GetUtcNow().ToUnixTimeSeconds())).MustBeDone();
            gateway.Clock.Advance(TimeSpan.FromMinutes(15));
        }
        (await gateway.Client.EndAsync("5sdf87e4", "0001", "0001")).MustBeDone();
        var id = (await gateway.Client.ChargesAsync())[0].GetProperty("id").GetInt64();
        var bill = (await web.SendAsync(HttpMethod.Get, $"/api/student/bills/{id}")).Json;
        Assert.Equal("0.60 元/度，22:00–06:00 0.30 元/度", bill.GetProperty("tariff").GetString());
        Assert.Equal("用电，0.60 元/度 18|22:00–06:00 用电，0.30 元/度 15", Parts(bill));
        var listed = (await web.SendAsync(HttpMethod.Get, "/api/student/bills")).Json.GetProperty("items")[0];
        Assert.Equal("充电费 33", Parts(listed));
    }

    [Fact]
    public async Task Stations_are_near_where_WeChat_said_within_the_hour()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var web = await WebSession.StudentAsync(gateway);
        await Student(gateway).Position(31.4857, 120.2833, gateway.Clock.GetUtcNow());
        gateway.Clock.Advance(TimeSpan.FromMinutes(60));
        var near = (await web.SendAsync(HttpMethod.Get, "/api/student/stations")).Json;
        Assert.Equal("wechat", near.GetProperty("origin").GetProperty("from").GetString());
        Assert.Equal(TestGateway.Beginning, near.GetProperty("origin").GetProperty("at").GetDateTimeOffset());
        Assert.InRange(near.GetProperty("stations")[0].GetProperty("distance_m").GetDouble(), 945, 953);
        gateway.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(JsonValueKind.Null, (await web.SendAsync(HttpMethod.Get, "/api/student/stations")).Json.GetProperty("origin").ValueKind);
    }

    private static IStudentGrain Student(TestGateway gateway) => gateway.Services.GetRequiredService<IGrainFactory>().GetGrain<IStudentGrain>(Jack);

    private static string Parts(JsonElement bill) =>
        string.Join('|', bill.GetProperty("parts").EnumerateArray().Select(p => $"{p.GetProperty("what").GetString()} {p.GetProperty("fen").GetInt32()}"));

    private static async Task<JsonElement> GaugeAsync(WebSession web)
    {
        var home = (await web.SendAsync(HttpMethod.Get, "/api/student/home")).Json;
        return home.GetProperty("sessions")[0].GetProperty("gauge");
    }
}
