namespace Sems.Gateway.Tests;

/// <summary>A charge's samples read back.</summary>
public sealed class CurveTests : IAsyncLifetime
{
    private TestGateway _gateway = null!;
    private long _id;

    private SemsClient Client => _gateway.Client;

    public async Task InitializeAsync()
    {
        _gateway = await TestGateway.StartAsync();
        (await Client.StartAsync("5sdf87e4", "0001", "0001")).MustBeDone();
        _id = (await Client.ChargesAsync()).Single().GetProperty("id").GetInt64();
    }

    public async Task DisposeAsync() => await _gateway.DisposeAsync();

    [Fact]
    public async Task Samples_come_back_as_sent_in_order_with_null_for_what_was_not_sent()
    {
        await SendAsync("""{"current_value":1.718,"energy_value":0.032,"time":1467753314""");
        _gateway.Clock.Advance(TimeSpan.FromSeconds(21));
        await SendAsync("""{"current_value":"1.722","energy_value":0.032,"voltage_value":221.5,"time":1467753334.25""");
        await SendAsync("""{"current_value":1.72,"energy_value":0.1,"voltage_value":null,"power_value":380,"time":1467753324""");
        await SendAsync("""{"current_value":1.72,"energy_value":0.1,"voltage_value":null,"power_value":380,"time":1467753324""");
        string[] expected = ["[1467753314,1.718,null,0.032,null]", "[1467753324,1.72,null,0.1,380]", "[1467753334.25,1.722,221.5,0.032,null]"];
        Assert.Equal(expected, await Client.CurveAsync(_id));
        Assert.Equal(expected, await Client.CurveAsync(_id, "?resolution=raw"));

        (await Client.EndAsync("5sdf87e4", "0001", "0001")).MustBeDone();
        Assert.Equal(expected, await Client.CurveAsync(_id));
        await _gateway.RestartAsync();
        Assert.Equal(expected, await Client.CurveAsync(_id));
    }

    [Fact]
    public async Task A_sample_without_a_time_carries_the_servers()
    {
        await SendAsync("""{"current_value":1,"energy_value":2""");
        _gateway.Clock.Advance(TimeSpan.FromSeconds(10));
        await SendAsync("""{"current_value":1,"energy_value":2""");
        var seconds = TestGateway.Beginning.ToUnixTimeSeconds();
        Assert.Equal([$"[{seconds},1,null,2,null]", $"[{seconds + 10},1,null,2,null]"], await Client.CurveAsync(_id));
    }

    [Fact]
    public async Task A_coarse_curve_keeps_its_ends_its_peak_and_its_order()
    {
        for (var i = 0; i < 60; i++)
        {
            (await Client.SampleAsync("0001", "0001", i == 30 ? 9 : 1 + (i % 2 * 0.01), i, 1000 + (10 * i))).MustBeDone();
            _gateway.Clock.Advance(TimeSpan.FromSeconds(10));
        }
        var raw = await Client.CurveAsync(_id);
        Assert.Equal(60, raw.Length);
        var coarse = await Client.CurveAsync(_id, "?resolution=10");
        Assert.Equal(10, coarse.Length);
        Assert.Equal((raw[0], raw[^1]), (coarse[0], coarse[^1]));
        Assert.Contains(raw[30], coarse);
        Assert.Equal(raw.Where(coarse.Contains), coarse);
        Assert.Equal(raw, await Client.CurveAsync(_id, "?resolution=60"));
        Assert.Equal(raw, await Client.CurveAsync(_id, "?resolution=100000"));
        Assert.Equal(3, (await Client.CurveAsync(_id, "?resolution=3")).Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?resolution=3")]
    public async Task Pauses_of_more_than_a_minute_are_told_however_thin_the_curve(string query)
    {
        foreach (var second in new[] { 1000, 1010, 1070, 1131, 1141, 1151, 1400, 1410 })
        {
            (await Client.SampleAsync("0001", "0001", 1, second / 1000.0, second)).MustBeDone();
            _gateway.Clock.Advance(TimeSpan.FromSeconds(10));
        }

        var reply = await Client.AdminAsync($"/api/admin/charges/{_id}/curve{query}");
        Assert.Equal("[[1070,1131],[1151,1400]]", reply.Json.GetProperty("gaps").GetRawText());
    }

    [Fact]
    public async Task A_charge_without_samples_has_an_empty_curve() =>
        Assert.Equal("""{"points":[],"gaps":[]}""", (await Client.AdminAsync($"/api/admin/charges/{_id}/curve")).Text);

    [Theory]
    [InlineData("2")]
    [InlineData("0")]
    [InlineData("-3")]
    [InlineData("100001")]
    [InlineData("1.5")]
    [InlineData("all")]
    [InlineData("99999999999999999999")]
    public async Task A_resolution_that_is_none_is_refused(string resolution) =>
        (await Client.AdminAsync($"/api/admin/charges/{_id}/curve?resolution={resolution}")).MustSay(400, "resolution 必须是 raw 或 3 到 100000 的整数");

    private async Task SendAsync(string fields) =>
        (await Client.ServiceAsync("charge", fields + ""","ammeterGroup_number":"0001","ammeter_number":"0001"}""")).MustBeDone();
}
